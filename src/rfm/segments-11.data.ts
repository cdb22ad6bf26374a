import { segmentsFromGrid } from "./segment-map.js";

/** The widely used map of all 125 cells into 11 segments, as many vendor guides print it. */
export const rfmSegments11 = /* @__PURE__ */ segmentsFromGrid({
  id: "rfm-11",
  measures: "rfm",
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
    "lost",
  ],
  // A line for each R from 1 to 5, a group for each F, a digit (base 36) for each M: the segment's place in the list.
  grid: `
    aa888 a9977 a9777 a7787 a7788
    99688 69977 69977 67777 67777
    36444 69255 69251 22511 22211
    33444 33244 22251 22510 22200
    33444 44444 22255 22100 22200
  `,
});
