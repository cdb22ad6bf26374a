import { type FactsColumns, NO_DAY } from "../facts/index.js";
import { InvalidOptionError } from "../kernel/index.js";

/** Which count is frequency, and which money is monetary. */
export interface MeasureOptions {
  /** @defaultValue `"orders"` */
  readonly frequency?: "orders" | "purchase-days";
  /** Sum of net, or net an order. @defaultValue `"net"` */
  readonly monetary?: "net" | "gross" | "net-per-order";
}

/** The three measures of the customers that have an order, as whole numbers. */
export interface Measures {
  /** Index in the facts of each scored customer. */
  readonly index: Int32Array;
  readonly recencyDays: Float64Array;
  readonly frequency: Float64Array;
  /** Minor units; net an order is rounded half up to a minor unit. */
  readonly monetary: Float64Array;
}

/** Takes the measures from a customer's totals. A customer without an order in them is not measured. */
export function measuresOf(columns: FactsColumns, today: number, options: MeasureOptions): Measures {
  const { frequency: count = "orders", monetary: money = "net" } = options;
  if (count !== "orders" && count !== "purchase-days")
    throw new InvalidOptionError({ path: ["frequency"], expected: "orders or purchase-days" });
  if (money !== "net" && money !== "gross" && money !== "net-per-order")
    throw new InvalidOptionError({ path: ["monetary"], expected: "net, gross or net-per-order" });
  const { orders, purchaseDays, lastDay, net, gross } = columns;
  let scored = 0;
  for (let c = 0; c < lastDay.length; c++) if (lastDay[c] !== NO_DAY) scored++;
  const index = new Int32Array(scored);
  const recencyDays = new Float64Array(scored);
  const frequency = new Float64Array(scored);
  const monetary = new Float64Array(scored);
  const counts = count === "orders" ? orders : purchaseDays;
  const sums = money === "gross" ? gross : net;
  for (let c = 0, s = 0; c < lastDay.length; c++) {
    if (lastDay[c] === NO_DAY) continue;
    index[s] = c;
    recencyDays[s] = today - lastDay[c]!;
    frequency[s] = counts[c]!;
    monetary[s] = money === "net-per-order" ? perOrder(sums[c]!, orders[c]!) : sums[c]!;
    s++;
  }
  return { index, recencyDays, frequency, monetary };
}

/** Whole minor units an order, half up (away from zero); exact, since only whole numbers are divided and compared. */
export function perOrder(sum: number, orders: number): number {
  const size = Math.abs(sum);
  const whole = Math.floor(size / orders);
  const rounded = (size - whole * orders) * 2 >= orders ? whole + 1 : whole;
  return sum < 0 ? -rounded : rounded;
}
