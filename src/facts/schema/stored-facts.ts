import * as z from "zod";

const whole = z.number().int().min(0);

/** Stored facts as a schema, for hosts that check what they read and for JSON Schema (`z.toJSONSchema`). */
export const storedFactsSchema = z.object({
  version: z.literal(1),
  kind: z.literal("facts"),
  currency: z.string().length(3),
  timeZone: z.string().min(1),
  refunds: z.enum(["net-by-day", "net-by-order", "ignore"]),
  spend: z.object({ tax: z.boolean(), shipping: z.boolean() }),
  rounding: z.string().regex(/^-?\d+(\.\d+)?$/),
  customers: z.array(
    z.object({
      id: z.string().min(1),
      days: z.array(z.tuple([z.iso.date(), whole, whole, whole, whole])),
      refunds: z.array(z.tuple([z.iso.date(), z.iso.date().nullable(), whole, whole])),
    }),
  ),
});
