import { CrmError } from "../kernel/index.js";

/** `INVALID_SEGMENT_MAP`: cells that no segment takes, that two take, or that are not cells. */
export class InvalidSegmentMapError extends CrmError {
  override readonly name = "InvalidSegmentMapError";
  readonly code = "INVALID_SEGMENT_MAP";
}
