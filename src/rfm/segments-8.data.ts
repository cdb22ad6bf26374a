import { segmentsFromGrid } from "./segment-map.js";

/** The Chinese classic eight: each measure high (2) or low (1), 重要价值客户 … 一般挽留客户. */
export const rfmSegments8 = /* @__PURE__ */ segmentsFromGrid({
  id: "rfm-8",
  measures: "rfm",
  levels: 2,
  segments: [
    "important-value",
    "important-keep",
    "important-develop",
    "important-retain",
    "general-value",
    "general-keep",
    "general-develop",
    "general-retain",
  ],
  // Cells 111, 112, 121, … 222: the segment's place in the list.
  grid: "73 51 62 40",
});
