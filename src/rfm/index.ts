export { InvalidSegmentMapError } from "./errors.js";
export type { MeasureOptions } from "./measures.js";
export { type RfmMigration, rfmMigration } from "./migration.js";
export type { Rfm, RfmColumns, RfmEdges, RfmRow, RfmSegmentTotal } from "./rfm.js";
export { type RfmOptions, scoreRfm } from "./score-rfm.js";
export type { QuantileScoring, RfmScoring, SplitScoring, ThresholdScoring, TieRule } from "./scoring.js";
export {
  cellsOf,
  checkSegmentMap,
  type RfmSegment,
  type RfmSegmentMap,
  type RfmSegmentRange,
  segmentsFromRanges,
  UNSCORED,
} from "./segment-map.js";
export { rfmSegments8 } from "./segments-8.data.js";
export { rfmSegments10 } from "./segments-10.data.js";
export { rfmSegments11 } from "./segments-11.data.js";
