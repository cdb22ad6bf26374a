import type { FactsRow, OrderSummary, RefundPolicy } from "clientele/facts";
import { Temporal } from "temporal-polyfill";

/** One customer's totals as a plain reading of the definitions gives them, for the facts to be held against. */
export interface Recomputed {
  orders: number;
  purchaseDays: number;
  items: number;
  firstDay: string | undefined;
  lastDay: string | undefined;
  gross: bigint;
  discount: bigint;
  refunds: bigint;
}

/** Recomputes every customer from scratch: filters, sums and sets over plain objects, days by Temporal. */
export function recompute(
  rows: readonly FactsRow[],
  { now, timeZone, policy }: { now: Date; timeZone: string; policy: RefundPolicy },
): Map<string, Recomputed> {
  const dayOf = (at: Date) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const today = dayOf(now);
  const counted = rows.filter((row) => !("status" in row && row.status === "cancelled"));
  const byCustomer = new Map<string, Recomputed>();
  for (const id of new Set(counted.map((row) => row.customerId!))) {
    const own = counted.filter((row) => row.customerId === id);
    const orders = own.filter((row): row is OrderSummary => "placedAt" in row && dayOf(row.placedAt) <= today);
    const refunds = own.flatMap((row) =>
      "refundedAt" in row
        ? [{ own: dayOf(row.refundedAt), order: dayOf(row.refundedAt), amount: row.amount }]
        : (row.refunds ?? []).map((refund) => ({
            own: dayOf(refund.refundedAt),
            order: dayOf(row.placedAt),
            amount: refund.amount,
          })),
    );
    const seen = refunds.filter((refund) => policy !== "ignore" && refund.own <= today && refund.order <= today);
    const days = [...new Set(orders.map((order) => dayOf(order.placedAt)))].sort();
    byCustomer.set(id, {
      orders: orders.length,
      purchaseDays: days.length,
      items: orders.reduce((sum, order) => sum + (order.items ?? 0), 0),
      firstDay: days[0],
      lastDay: days.at(-1),
      gross: orders.reduce((sum, order) => sum + cents(order.gross), 0n),
      discount: orders.reduce((sum, order) => sum + cents(order.discount ?? "0"), 0n),
      refunds: seen.reduce((sum, refund) => sum + cents(refund.amount), 0n),
    });
  }
  return byCustomer;
}

/** Cents of an amount with at most two digits, by its text. */
export function cents(amount: unknown): bigint {
  const [whole = "0", fraction = ""] = String(amount).split(".");
  return BigInt(whole + fraction.padEnd(2, "0"));
}
