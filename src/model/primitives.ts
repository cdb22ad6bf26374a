import * as z from "zod";
import { Decimal, decimalAmount, type IssueParams, isCurrency } from "../kernel/index.js";

/** An id as the shop has it: any text but the empty one. */
export const id = z.string().min(1);

/** A text that says something. */
export const text = z.string().min(1);

/** An ISO 4217 code whose minor digits the library knows. */
export const currency = z
  .string()
  .refine(isCurrency, issue("UNKNOWN_CURRENCY", "an ISO 4217 currency code such as CNY"))
  .meta({ pattern: "^[A-Z]{3}$" });

/** An amount of money in major units, zero or more. */
export const amount = decimalAmount
  .refine((decimal) => !decimal.lessThan(0), issue("INVALID_AMOUNT", "an amount of zero or more"))
  .meta({ pattern: "^\\d+(\\.\\d+)?$" });

/** An amount of zero or more that is zero where it is absent. */
export const amountOrZero = defaulted(amount, () => new Decimal(0));

/** A number of pieces: whole and above zero. */
export const quantity = z.int().min(1);

/** A day of the calendar: `2026-01-31`. */
export const day = z.iso.date();

/** A field that may be absent: `undefined` inside, left out or `null` outside. */
export function optional<S extends z.ZodType>(
  schema: S,
): z.ZodCodec<z.ZodOptional<z.ZodNullable<S>>, z.ZodOptional<z.ZodType<z.output<S>, z.output<S>>>> {
  return z.codec(
    schema.nullish(),
    z.unknown().optional() as unknown as z.ZodOptional<z.ZodType<z.output<S>, z.output<S>>>,
    {
      decode: (given) => given ?? undefined,
      encode: (value) => value as z.output<S>,
    },
  );
}

/** A field that has a value where it is absent: left out, `undefined` or `null` outside.
 * @param makeDefault - a value of its own for each record; JSON Schema tells it where it is not an object
 */
export function defaulted<S extends z.ZodType>(
  schema: S,
  makeDefault: () => z.output<S>,
): z.ZodCodec<z.ZodOptional<z.ZodNullable<S>>, z.ZodType<z.output<S>, z.output<S>>> {
  const told = makeDefault();
  return z.codec(
    typeof told === "object" ? schema.nullish() : schema.nullish().meta({ default: told }),
    z.custom<z.output<S>>((value) => value !== undefined),
    {
      decode: (given) => given ?? makeDefault(),
      encode: (value) => value as z.output<S>,
    },
  );
}

/** The params by which a parser throws the error with this code. */
function issue(code: IssueParams["code"], expected: string) {
  return { message: `Expected ${expected}`, params: { code, expected } };
}
