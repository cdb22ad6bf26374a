import type { RfmSegmentMap } from "./segment-map.js";

/** The grid of 25 recency and frequency cells into 10 segments that most tutorials use; spend does not count. */
export const rfmSegments10: RfmSegmentMap = {
  version: 1,
  id: "rf-10",
  measures: "rf",
  levels: 5,
  segments: [
    { id: "champions", cells: "54 55".split(" ") },
    { id: "loyal", cells: "34 35 44 45".split(" ") },
    { id: "potential-loyalist", cells: "42 43 52 53".split(" ") },
    { id: "new-customers", cells: "51".split(" ") },
    { id: "promising", cells: "41".split(" ") },
    { id: "need-attention", cells: "33".split(" ") },
    { id: "about-to-sleep", cells: "31 32".split(" ") },
    { id: "at-risk", cells: "13 14 23 24".split(" ") },
    { id: "cannot-lose-them", cells: "15 25".split(" ") },
    { id: "hibernating", cells: "11 12 21 22".split(" ") },
  ],
};
