import type { AmountInput } from "../kernel/index.js";

/** One refund of an order, on its own day. */
export interface RefundRow {
  readonly refundedAt: Date;
  /** Merchandise given back, ≥ 0, major units; tax is inside where the order's `taxIncluded` says so. */
  readonly amount: AmountInput;
  /** Tax given back. @defaultValue 0 */
  readonly tax?: AmountInput | undefined;
  /** Shipping given back. @defaultValue 0 */
  readonly shipping?: AmountInput | undefined;
}

/** One line of an order, as far as facts read it. */
export interface OrderLineRow {
  /** Whole units. */
  readonly quantity: number;
  /** Quantity times price before discounts, ≥ 0, major units. */
  readonly amount: AmountInput;
  /** @defaultValue 0 */
  readonly discount?: AmountInput | undefined;
  /** @defaultValue 0 */
  readonly tax?: AmountInput | undefined;
}

interface OrderHead {
  readonly id: string;
  /** Whose order it is; without one the order is refused with `NO_CUSTOMER`. */
  readonly customerId?: string | undefined;
  readonly placedAt: Date;
  /** ISO 4217. @defaultValue the facts' currency */
  readonly currency?: string | undefined;
  /** `"cancelled"` counts nothing. */
  readonly status?: "pending" | "paid" | "fulfilled" | "completed" | "cancelled" | undefined;
  /** Off the whole order, beside the discounts of its lines. @defaultValue 0 */
  readonly discount?: AmountInput | undefined;
  /** Of the whole order, beside the tax of its lines. @defaultValue 0 */
  readonly tax?: AmountInput | undefined;
  /** @defaultValue 0 */
  readonly shipping?: AmountInput | undefined;
  /** Whether the amounts already contain the tax. @defaultValue `false` */
  readonly taxIncluded?: boolean | undefined;
  readonly refunds?: readonly RefundRow[] | undefined;
}

/** An order with its lines: `model`'s `Order` is one. */
export interface OrderWithLines extends OrderHead {
  readonly lines: readonly OrderLineRow[];
}

/** An order of which only the sums are known. */
export interface OrderSummary extends OrderHead {
  /** Merchandise before discounts, ≥ 0, major units. */
  readonly gross: AmountInput;
  /** Whole units bought. @defaultValue 0 */
  readonly items?: number | undefined;
}

/** A return that no order is known of: it lowers net on its own day. */
export interface StandAloneRefund extends RefundRow {
  readonly id: string;
  readonly customerId?: string | undefined;
  /** ISO 4217. @defaultValue the facts' currency */
  readonly currency?: string | undefined;
  /** Whether the amount contains the tax. @defaultValue `false` */
  readonly taxIncluded?: boolean | undefined;
}

/** What facts are collected from, row by row. */
export type FactsRow = OrderWithLines | OrderSummary | StandAloneRefund;
