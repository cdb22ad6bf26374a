/** Where in the caller's data a value stands: keys and indexes from the outermost in. */
export type ValuePath = readonly (string | number)[];

/** What every error of this library is told. */
export interface CrmErrorDetails {
  /** Where the bad value stands in what the caller passed. @defaultValue `[]` */
  readonly path?: ValuePath;
  /** What was expected there, in words, without the value that was found (it may be personal). */
  readonly expected: string;
  /** The error that led to this one. */
  readonly cause?: unknown;
}

const brand: unique symbol = Symbol.for("clientele.error");

/** A mistake of the caller: the base of every error this library throws.
 *
 * Branch on {@link CrmError.code}, which is stable, and never on the message, which carries no personal value.
 */
export abstract class CrmError extends Error {
  /** The name of its class, whatever a minifier called that. */
  abstract override readonly name: string;
  /** Stable, in UPPER_SNAKE. */
  abstract readonly code: string;
  /** Where the bad value stands in what the caller passed. */
  readonly path: ValuePath;
  /** What was expected there. */
  readonly expected: string;
  /** Marks the error across copies of the library (ESM beside CJS), where `instanceof` fails. */
  readonly [brand]: true = true;

  constructor(details: CrmErrorDetails) {
    const { path = [], expected } = details;
    super(
      path.length === 0 ? `Expected ${expected}.` : `At ${formatPath(path)}: expected ${expected}.`,
      details.cause === undefined ? undefined : { cause: details.cause },
    );
    this.path = path;
    this.expected = expected;
  }
}

/** Whether a caught value is an error of this library, of any copy of it.
 * @example
 * ```ts
 * import { isCrmError, TimeZoneError } from "clientele/kernel";
 * if (!isCrmError(new TimeZoneError({ expected: "an IANA zone" }))) throw new Error("not branded");
 * ```
 */
export function isCrmError(value: unknown): value is CrmError {
  return typeof value === "object" && value !== null && (value as { [brand]?: unknown })[brand] === true;
}

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** The path as it would be written in code: `orders[3].lines[0].amount`, `columns["Order ID"]`. */
export function formatPath(path: ValuePath): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "string" && identifier.test(key)) return text === "" ? key : `${text}.${key}`;
    return `${text}[${JSON.stringify(key)}]`;
  }, "");
}

/** `INVALID_AMOUNT`: not a finite decimal, or of the wrong sign. */
export class InvalidAmountError extends CrmError {
  override readonly name = "InvalidAmountError";
  readonly code = "INVALID_AMOUNT";
}

/** `AMOUNT_OUT_OF_RANGE`: past the whole minor units that a column holds exactly (2^53 − 1). */
export class AmountOutOfRangeError extends CrmError {
  override readonly name = "AmountOutOfRangeError";
  readonly code = "AMOUNT_OUT_OF_RANGE";
}

/** `UNKNOWN_CURRENCY`: not an ISO 4217 code that this library knows the minor digits of. */
export class UnknownCurrencyError extends CrmError {
  override readonly name = "UnknownCurrencyError";
  readonly code = "UNKNOWN_CURRENCY";
}

/** `CURRENCY_MISMATCH`: two currencies met where one was expected and no rate was given. */
export class CurrencyMismatchError extends CrmError {
  override readonly name = "CurrencyMismatchError";
  readonly code = "CURRENCY_MISMATCH";
}

/** `INVALID_INSTANT`: not a valid date, or an instant outside the years 1 to 9999. */
export class InvalidInstantError extends CrmError {
  override readonly name = "InvalidInstantError";
  readonly code = "INVALID_INSTANT";
}

/** `UNKNOWN_TIME_ZONE`: not an IANA zone name that the runtime knows. */
export class TimeZoneError extends CrmError {
  override readonly name = "TimeZoneError";
  readonly code = "UNKNOWN_TIME_ZONE";
}

/** `TIME_ZONE_MISMATCH`: days of one zone were asked for in another. */
export class TimeZoneMismatchError extends CrmError {
  override readonly name = "TimeZoneMismatchError";
  readonly code = "TIME_ZONE_MISMATCH";
}

/** `INVALID_OPTION`: an option that is not one of its values, or two that exclude each other. */
export class InvalidOptionError extends CrmError {
  override readonly name = "InvalidOptionError";
  readonly code = "INVALID_OPTION";
}

/** `INVALID_INPUT`: data that does not have the shape of its schema. */
export class InvalidInputError extends CrmError {
  override readonly name = "InvalidInputError";
  readonly code = "INVALID_INPUT";
}

/** `UNKNOWN_VERSION`: stored data of a version that this release does not read. */
export class UnknownVersionError extends CrmError {
  override readonly name = "UnknownVersionError";
  readonly code = "UNKNOWN_VERSION";
}

/** The same error seen from further out: its path with keys put before it.
 * @param error - any error of this library; one that its details do not make again, such as {@link RefusedError}, comes
 *   back as it is
 * @param prefix - the keys from the outer value to the one the error was raised for
 */
export function atPath<E extends CrmError>(error: E, prefix: ValuePath): E {
  const Same = error.constructor as new (details: CrmErrorDetails) => E;
  const located = new Same({ path: [...prefix, ...error.path], expected: error.expected, cause: error.cause });
  const isSame = Object.entries(error).every(([key, value]) => key === "path" || located[key as keyof E] === value);
  return isSame ? located : error;
}
