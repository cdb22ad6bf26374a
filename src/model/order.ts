import * as z from "zod";
import { instant } from "../kernel/index.js";
import { openAttributesSchema } from "./attributes.js";
import { amount, amountOrZero, currency, defaulted, id, optional, quantity, text } from "./primitives.js";
import { orderRefundSchema } from "./refund.js";

/** The states of an order, from placed and not yet paid to done; what was given back stands in its refunds. */
export const orderStatusSchema = z.enum(["pending", "paid", "fulfilled", "completed", "cancelled"]);

/** The states of an order. */
export type OrderStatus = z.infer<typeof orderStatusSchema>;

/** One product on an order. */
export const orderLineSchema = z.object({
  id: optional(id),
  productId: id,
  /** Pieces, whole and above zero. */
  quantity,
  /** The price of one piece, before discounts. */
  unitPrice: optional(amount),
  /** Quantity × price, before discounts, ≥ 0. With tax where the order says `taxIncluded`. */
  amount,
  /** Taken off this line, ≥ 0. */
  discount: amountOrZero,
  /** Tax of this line, ≥ 0. */
  tax: amountOrZero,
  /** As the shop called it on that day. */
  category: optional(text),
});

/** One product on an order. */
export interface OrderLine extends z.infer<typeof orderLineSchema> {}

/** One order as the shop took it. */
export const orderSchema = z.object({
  id,
  /** Absent for a guest. */
  customerId: optional(id),
  /** Instant of placement. */
  placedAt: instant,
  /** ISO 4217, of every amount on the order. */
  currency,
  /** Where it was taken: `web`, `store`, `wechat`. */
  channel: optional(text),
  status: defaulted(orderStatusSchema, () => "paid" as const),
  lines: z.array(orderLineSchema),
  /** Taken off the whole order, apart from what is taken off its lines, ≥ 0. */
  discount: amountOrZero,
  /** Paid for shipping, ≥ 0. */
  shipping: amountOrZero,
  /** Tax of the whole order, apart from the tax on its lines, ≥ 0. */
  tax: amountOrZero,
  /** Whether the lines' amounts are with tax. */
  taxIncluded: defaulted(z.boolean(), () => false),
  refunds: defaulted(z.array(orderRefundSchema), () => []),
  /** The shop's own fields. */
  attributes: defaulted(openAttributesSchema, () => ({})),
});

/** One order as the shop took it. */
export interface Order extends z.infer<typeof orderSchema> {}

/** An order as a caller may write it: instants as text or `Date`, amounts as text, `Decimal` or number. */
export interface OrderInput extends z.input<typeof orderSchema> {}
