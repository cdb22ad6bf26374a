import * as z from "zod";
import { type AmountInput, Decimal, parseDecimal } from "./decimal.js";
import { MAX_INSTANT_MS, MIN_INSTANT_MS } from "./time/instant.js";

/** What an issue raised by this library's own schemas carries in `params`, so that a parser can throw the exact error. */
export interface IssueParams {
  /** The stable code of the error, such as `INVALID_AMOUNT`. */
  readonly code: string;
  /** What was expected, without the value that was found. */
  readonly expected: string;
}

// Pure marks, so that an entry without schemas carries neither these nor zod.
const isoInstant = /* @__PURE__ */ z.regexes.datetime({ offset: true });
const plainDecimalPattern = "^-?\\d+(\\.\\d+)?$";

const badInstant: IssueParams = {
  code: "INVALID_INSTANT",
  expected: "an instant with its offset such as 2026-01-31T08:00:00Z, of the years 1 to 9999",
};
const badAmount: IssueParams = { code: "INVALID_AMOUNT", expected: 'a finite decimal such as "12.40"' };

/** An instant: ISO 8601 text with an offset outside, `Date` inside.
 *
 * A `Date` is taken as well, so that rows of a database client need no detour; text is what is written. Digits past the
 * millisecond are cut off. Texts without an offset are refused: they name no instant. Years 1 to 9999.
 * @example
 * ```ts
 * import * as z from "zod";
 * import { instant } from "clientele/kernel";
 * if (z.encode(instant, z.decode(instant, "2026-01-31T08:00:00+08:00")) !== "2026-01-31T00:00:00.000Z")
 *   throw new Error("another instant");
 * ```
 */
export const instant: z.ZodCodec<
  z.ZodType<string | Date, string | Date>,
  z.ZodType<Date, Date>
> = /* @__PURE__ */ z.codec(
  /* @__PURE__ */ outside<string | Date>({ type: "string", format: "date-time" }),
  /* @__PURE__ */ outside<Date>({ type: "string", format: "date-time" }),
  {
    decode: (given, context) => {
      const date =
        given instanceof Date
          ? new Date(given.getTime())
          : new Date(typeof given === "string" && isoInstant.test(given) ? Date.parse(given) : Number.NaN);
      return isInRange(date) ? date : refuse(context, badInstant);
    },
    encode: (date, context) => (isInRange(date) ? date.toISOString() : refuse(context, badInstant)),
  },
);

/** An exact decimal: plain decimal text outside (`"12.40"`), `Decimal` inside.
 *
 * A `Decimal` and a finite number are taken as well, the number at its shortest spelling; text is what is written,
 * never with an exponent. Negative zero is read as zero.
 * @example
 * ```ts
 * import * as z from "zod";
 * import { decimalAmount } from "clientele/kernel";
 * if (z.encode(decimalAmount, z.decode(decimalAmount, "0.10")) !== "0.1") throw new Error("another amount");
 * ```
 */
export const decimalAmount: z.ZodCodec<
  z.ZodType<AmountInput, AmountInput>,
  z.ZodType<Decimal, Decimal>
> = /* @__PURE__ */ z.codec(
  /* @__PURE__ */ outside<AmountInput>({ type: "string", pattern: plainDecimalPattern }),
  /* @__PURE__ */ outside<Decimal>({ type: "string", pattern: plainDecimalPattern }),
  {
    decode: (given, context) => readDecimal(given) ?? refuse(context, badAmount),
    encode: (decimal, context) => readDecimal(decimal)?.toFixed() ?? refuse(context, badAmount),
  },
);

/** One side of a codec: open to zod, which the codec itself checks, and with a JSON Schema. */
function outside<T>(jsonSchema: { readonly type: "string"; readonly format?: string; readonly pattern?: string }) {
  return z.unknown().meta(jsonSchema) as unknown as z.ZodType<T, T>;
}

function isInRange(date: Date): boolean {
  return date instanceof Date && date.getTime() >= MIN_INSTANT_MS && date.getTime() < MAX_INSTANT_MS;
}

function readDecimal(given: AmountInput): Decimal | undefined {
  try {
    const decimal = parseDecimal(given);
    return decimal.isZero() ? new Decimal(0) : decimal;
  } catch {
    return undefined;
  }
}

function refuse(context: z.core.ParsePayload, params: IssueParams): never {
  const { code, expected } = params;
  context.issues.push({
    code: "custom",
    input: context.value,
    message: `Expected ${expected}`,
    params: { code, expected },
  });
  return z.NEVER;
}
