export { rfmSegmentMapSchema } from "./segment-map.js";
