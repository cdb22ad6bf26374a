import { majorAmount, type Random } from "../kernel/index.js";
import type { OrderRefund } from "../model/index.js";
import type { BasketLine } from "./basket.js";
import type { CustomerHabits } from "./habits.js";
import { sampleExponential } from "./samplers.js";
import type { ShopPlan } from "./shop-plan.js";

/** What came back of an order: one line, some or all of its pieces, a day or more later. Nothing where that day is past the
 * simulation. */
export function drawRefunds(
  random: Random,
  orderId: string,
  day: number,
  lines: readonly BasketLine[],
  habits: CustomerHabits,
  { calendar, digits }: ShopPlan,
): readonly OrderRefund[] {
  // Always the same four numbers, so that one order's return does not shift the next one's.
  const [comes, which, pieces, time] = [random(), random(), random(), random()];
  const delayDays = 1 + sampleExponential(random, 1 / 9);
  if (comes >= habits.returnShare) return [];
  const refundDay = Math.floor(day + delayDays);
  if (refundDay >= calendar.days || calendar.factors[refundDay] === 0) return [];
  const index = Math.floor(which * lines.length);
  const line = lines[index]!;
  const quantity = 1 + Math.floor(pieces * line.quantity);
  const shareOf = (minor: number) => majorAmount(Math.floor((minor * quantity) / line.quantity), digits);
  const amount = shareOf(line.amountMinor - line.discountMinor);
  return [
    {
      id: `${orderId}-r1`,
      refundedAt: new Date(calendar.instantAt(refundDay, time)),
      amount,
      tax: shareOf(line.taxMinor),
      shipping: majorAmount(0, digits),
      reason: "returned",
      lines: [{ lineId: `l${index + 1}`, productId: line.shelf.product.id, quantity, amount }],
    },
  ];
}
