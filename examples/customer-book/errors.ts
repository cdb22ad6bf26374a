import { CrmError } from "clientele/kernel";

/** `USAGE`: an option that does not exist, lacks its value, or is needed and absent. The command ends with 2. */
export class UsageError extends CrmError {
  override readonly name = "UsageError";
  readonly code = "USAGE";
}

/** `UNREADABLE_FILE`: the input file is not there or may not be read. */
export class UnreadableFileError extends CrmError {
  override readonly name = "UnreadableFileError";
  readonly code = "UNREADABLE_FILE";
}

/** `BROKEN_GZIP`: the compressed file is cut off or damaged. */
export class BrokenGzipError extends CrmError {
  override readonly name = "BrokenGzipError";
  readonly code = "BROKEN_GZIP";
}

/** `WRONG_ENCODING`: bytes that are not text in the encoding they are read in. */
export class WrongEncodingError extends CrmError {
  override readonly name = "WrongEncodingError";
  readonly code = "WRONG_ENCODING";
}

/** `BROKEN_CSV`: a quote that never closes and the like, where no row can be told from the next. */
export class BrokenCsvError extends CrmError {
  override readonly name = "BrokenCsvError";
  readonly code = "BROKEN_CSV";
}

/** `EMPTY_FILE`: no header and no line. */
export class EmptyFileError extends CrmError {
  override readonly name = "EmptyFileError";
  readonly code = "EMPTY_FILE";
}

/** `NO_ORDER_LINES`: a header without a line under it, or lines of which none could be used. */
export class NoOrderLinesError extends CrmError {
  override readonly name = "NoOrderLinesError";
  readonly code = "NO_ORDER_LINES";
}

/** `MISSING_COLUMN`: a column that the book needs was neither named nor recognised. */
export class MissingColumnError extends CrmError {
  override readonly name = "MissingColumnError";
  readonly code = "MISSING_COLUMN";
}

/** `UNWRITABLE_FOLDER`: the report cannot be written where it was asked for. */
export class UnwritableFolderError extends CrmError {
  override readonly name = "UnwritableFolderError";
  readonly code = "UNWRITABLE_FOLDER";
}
