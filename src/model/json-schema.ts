import * as z from "zod";
import { InvalidOptionError } from "../kernel/index.js";

/** The JSON Schema (draft 2020-12) of what a schema takes and writes: instants and amounts as text.
 *
 * It describes the written form, so it is narrower than the parser where that takes a number or a `Date` as well.
 * @throws When a part of the schema has no JSON Schema, such as a bare `z.date()` in an extension:
 *   {@link InvalidOptionError}.
 * @example
 * ```ts
 * import { orderSchema, toJsonSchema } from "clientele/model";
 * if (toJsonSchema(orderSchema).type !== "object") throw new Error("an order is an object");
 * ```
 */
export function toJsonSchema(schema: z.ZodType): z.core.JSONSchema.JSONSchema {
  try {
    return z.toJSONSchema(schema, { io: "input" });
  } catch (cause) {
    throw new InvalidOptionError({
      path: ["schema"],
      expected: "only parts that JSON Schema can tell (take `instant` and `decimalAmount` of clientele/kernel)",
      cause,
    });
  }
}
