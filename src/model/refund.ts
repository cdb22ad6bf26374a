import * as z from "zod";
import { instant } from "../kernel/index.js";
import { amount, amountOrZero, currency, defaulted, id, optional, quantity, text } from "./primitives.js";

/** What came back of one product. */
export const refundLineSchema = z.object({
  /** The order line it belongs to, where lines have ids. */
  lineId: optional(id),
  productId: id,
  /** Pieces, whole and above zero. */
  quantity,
  /** Merchandise given back, without tax, ≥ 0. */
  amount,
});

/** What came back of one product. */
export interface RefundLine extends z.infer<typeof refundLineSchema> {}

/** Money given back on an order, in the order's currency. */
export const orderRefundSchema = z.object({
  id,
  refundedAt: instant,
  /** Merchandise given back, ≥ 0. With tax where the order says `taxIncluded`. */
  amount,
  /** Tax given back, ≥ 0. */
  tax: amountOrZero,
  /** Shipping given back, ≥ 0. */
  shipping: amountOrZero,
  reason: optional(text),
  lines: optional(z.array(refundLineSchema)),
});

/** Money given back on an order, in the order's currency. */
export interface OrderRefund extends z.infer<typeof orderRefundSchema> {}

/** A return standing alone: money given back that names no order. */
export const refundSchema = orderRefundSchema.extend({
  customerId: id,
  /** ISO 4217; absent where the whole record has one currency. */
  currency: optional(currency),
  /** Whether the amount is with tax. */
  taxIncluded: defaulted(z.boolean(), () => false),
});

/** A return standing alone: money given back that names no order. */
export interface Refund extends z.infer<typeof refundSchema> {}

/** A return as a caller may write it. */
export interface RefundInput extends z.input<typeof refundSchema> {}
