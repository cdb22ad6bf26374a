import {
  compareCodePoints,
  epochDay,
  InvalidInputError,
  isoDay,
  parseDecimal,
  UnknownVersionError,
  type ValuePath,
} from "../kernel/index.js";
import type { DayTable } from "./day-table.js";
import { Facts } from "./facts.js";
import { DISCOUNT, GROSS, ITEMS } from "./facts-tables.js";
import type { FactsOptions, RefundPolicy, SpendOptions } from "./options.js";
import { refundDay, refundKey, refundOrderDay } from "./refund-key.js";

/** One day of a stored customer: day, orders, items, gross, discount; money in whole minor units. */
export type StoredDay = readonly [day: string, orders: number, items: number, gross: number, discount: number];

/** One refund day of a stored customer: its own day, the day of its order or `null`, how many, minor units. */
export type StoredRefund = readonly [day: string, orderDay: string | null, refunds: number, minor: number];

/** One customer's facts as JSON. */
export interface StoredCustomer {
  readonly id: string;
  readonly days: readonly StoredDay[];
  readonly refunds: readonly StoredRefund[];
}

/** Facts as JSON: everything but the ids of the orders, customers by the code points of their ids. */
export interface StoredFacts {
  readonly version: 1;
  readonly kind: "facts";
  readonly currency: string;
  readonly timeZone: string;
  readonly refunds: RefundPolicy;
  readonly spend: Required<SpendOptions>;
  /** What rounding took from the amounts as they entered, major units. */
  readonly rounding: string;
  readonly customers: readonly StoredCustomer[];
}

/** Facts as JSON. Equal facts give equal JSON, in whatever order they were collected and merged.
 * @example
 * ```ts
 * import { collectFacts, factsFromJson, factsToJson } from "clientele/facts";
 * const facts = collectFacts([], { currency: "CNY", timeZone: "Asia/Shanghai" });
 * if (factsFromJson(factsToJson(facts)).size !== 0) throw new Error("not empty");
 * ```
 */
export function factsToJson(facts: Facts): StoredFacts {
  const order = facts
    .customerIds()
    .map((id, index) => ({ id, index }))
    .sort((a, b) => compareCodePoints(a.id, b.id));
  return {
    version: 1,
    kind: "facts",
    ...facts.definition,
    rounding: facts.rounding.toFixed(),
    customers: order
      .map(({ id, index }) => ({ id, days: storedDays(facts.orderDays, index), refunds: storedRefunds(facts, index) }))
      .filter(({ days, refunds }) => days.length + refunds.length > 0),
  };
}

/** Facts from their JSON. They do not know the ids of their orders: duplicates are found among new orders only.
 * @param stored - what {@link factsToJson} gave, of this or an earlier release
 * @param options - for the orders to come: rates of other currencies, and the `now` that none may be dated after
 * @throws When the version is not known: {@link UnknownVersionError}; when it is not facts, with the path:
 *   {@link InvalidInputError}.
 */
export function factsFromJson(stored: StoredFacts, options: Pick<FactsOptions, "rates" | "now"> = {}): Facts {
  if (stored?.kind !== "facts") throw new InvalidInputError({ path: ["kind"], expected: '"facts"' });
  if (stored.version !== 1) throw new UnknownVersionError({ path: ["version"], expected: "version 1" });
  const { currency, timeZone, refunds, spend } = stored;
  const facts = new Facts({ ...options, currency, timeZone, refunds, spend });
  facts.idsAreKnown = false;
  facts.enter(parseDecimal(stored.rounding, ["rounding"]));
  listAt(stored.customers, ["customers"]).forEach((each, c) => {
    const id = each?.id;
    if (typeof id !== "string" || id === "" || facts.indexOf(id) !== undefined)
      throw new InvalidInputError({ path: ["customers", c, "id"], expected: "a text that is not empty, once" });
    const customer = facts.customers.add(id);
    const days = listAt(each.days, ["customers", c, "days"]);
    const refunds = listAt(each.refunds, ["customers", c, "refunds"]);
    days.forEach(([day, orders, items, gross, discount], d) => {
      const path = ["customers", c, "days", d];
      const entry = { count: orders, sums: [items, gross, discount] };
      addStored(facts.orderDays, customer, epochDay(day, [...path, 0]), entry, path);
    });
    refunds.forEach(([day, orderDay, count, minor], r) => {
      const path = ["customers", c, "refunds", r];
      const ordered = orderDay === null ? undefined : epochDay(orderDay, [...path, 1]);
      const key = refundKey(epochDay(day, [...path, 0]), ordered);
      addStored(facts.refundDays, customer, key, { count, sums: [minor] }, path);
    });
  });
  return facts;
}

function addStored(
  table: DayTable,
  customer: number,
  key: number,
  entry: { count: number; sums: number[] },
  path: ValuePath,
): void {
  const whole = [entry.count, ...entry.sums].every((value) => Number.isSafeInteger(value) && value >= 0);
  const isNew = whole && entry.count > 0 && table.find(customer, key) < 0;
  if (!isNew || !table.add(customer, key, entry))
    throw new InvalidInputError({ path, expected: "a day once, with whole numbers ≥ 0 and at least one entry" });
}

function listAt<T>(list: readonly T[], path: ValuePath): readonly T[] {
  if (Array.isArray(list)) return list;
  throw new InvalidInputError({ path, expected: "a list" });
}

function storedDays({ starts, keys, counts, sums, ...table }: DayTable, c: number): StoredDay[] {
  const start = starts[c] ?? 0;
  return Array.from({ length: table.lengths[c] ?? 0 }, (_, i) => [
    isoDay(keys[start + i]!),
    counts[start + i]!,
    sums[ITEMS]?.[start + i] ?? 0,
    sums[GROSS]?.[start + i] ?? 0,
    sums[DISCOUNT]?.[start + i] ?? 0,
  ]);
}

function storedRefunds({ refundDays }: Facts, c: number): StoredRefund[] {
  const start = refundDays.starts[c] ?? 0;
  return Array.from({ length: refundDays.lengthOf(c) }, (_, i) => {
    const key = refundDays.keys[start + i]!;
    const orderDay = refundOrderDay(key);
    return [
      isoDay(refundDay(key)),
      orderDay === undefined ? null : isoDay(orderDay),
      refundDays.counts[start + i]!,
      refundDays.sums[0]?.[start + i] ?? 0,
    ];
  });
}
