import type { RfmSegmentMap } from "./segment-map.js";

/** The Chinese classic eight: each measure high (2) or low (1), 重要价值客户 … 一般挽留客户. */
export const rfmSegments8: RfmSegmentMap = {
  version: 1,
  id: "rfm-8",
  measures: "rfm",
  levels: 2,
  segments: [
    { id: "important-value", cells: ["222"] },
    { id: "important-keep", cells: ["122"] },
    { id: "important-develop", cells: ["212"] },
    { id: "important-retain", cells: ["112"] },
    { id: "general-value", cells: ["221"] },
    { id: "general-keep", cells: ["121"] },
    { id: "general-develop", cells: ["211"] },
    { id: "general-retain", cells: ["111"] },
  ],
};
