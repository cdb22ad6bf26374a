import { segmentsFromGrid } from "./segment-map.js";

/** The grid of 25 recency and frequency cells into 10 segments that most tutorials use; spend does not count. */
export const rfmSegments10 = /* @__PURE__ */ segmentsFromGrid({
  id: "rf-10",
  measures: "rf",
  segments: [
    "champions",
    "loyal",
    "potential-loyalist",
    "new-customers",
    "promising",
    "need-attention",
    "about-to-sleep",
    "at-risk",
    "cannot-lose-them",
    "hibernating",
  ],
  // A group for each R from 1 to 5, a digit for each F: the segment's place in the list.
  grid: "99778 99778 66511 42211 32200",
});
