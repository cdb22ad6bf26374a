import * as z from "zod";
import { openAttributesSchema } from "./attributes.js";
import { amount, currency, defaulted, id, optional, text } from "./primitives.js";

/** One product of the catalogue. */
export const productSchema = z.object({
  id,
  name: text,
  /** From the widest category to the narrowest; empty where there is none. */
  categoryPath: defaulted(z.array(text), () => []),
  brand: optional(text),
  /** List price of one piece, ≥ 0. */
  price: optional(amount),
  /** What one piece costs the shop, ≥ 0. */
  cost: optional(amount),
  /** ISO 4217, of price and cost. */
  currency,
  /** The shop's own fields. */
  attributes: defaulted(openAttributesSchema, () => ({})),
});

/** One product of the catalogue. */
export interface Product extends z.infer<typeof productSchema> {}

/** A product as a caller may write it. */
export interface ProductInput extends z.input<typeof productSchema> {}
