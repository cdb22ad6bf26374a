import { type ExactAmount, roundToMinor } from "./exact-amount.js";
import type { OrderLine } from "./order-line.js";
import type { SetAsideRule } from "./presets.js";
import type { Ledger } from "./reconciliation.js";

/** The lines of one order id, or the returned lines of one, added up. */
export interface LineSum {
  readonly id: string;
  readonly customerId: string;
  /** Instant of its earliest line. */
  placedAt: Date;
  /** Whole minor units; below zero for returned lines. */
  minor: bigint;
  /** Pieces. */
  items: number;
}

/** What the lines came to. */
export interface GroupedLines {
  readonly orders: ReadonlyMap<string, LineSum>;
  /** Lines of money below zero, which no order is known of: each id is a return on its own day. */
  readonly returns: ReadonlyMap<string, LineSum>;
  /** By customer id, where the file has names: the last one read. */
  readonly names: ReadonlyMap<string, string>;
  /** The latest time that any line could be read to have, used or not; `undefined` without any. */
  readonly lastInstant: Date | undefined;
}

/** How lines are judged and grouped. */
export interface GroupingOptions {
  /** Asked of each line first, in their order. */
  readonly rules: readonly SetAsideRule[];
  /** ISO 4217 minor digits. */
  readonly digits: number;
  /** Lines dated later are set aside. @defaultValue no bound */
  readonly now?: Date | undefined;
  /** The instant that a line's time text means; `undefined` where it is none. */
  readonly readTime: (text: string) => Date | undefined;
  /** Where each line is counted. */
  readonly ledger: Ledger;
}

/** Adds lines up to orders as they are read. A collector: `add` changes it. */
export interface LineGrouping extends GroupedLines {
  add(line: OrderLine): void;
}

/** An empty grouping. A line that cannot be used is set aside in the ledger under its first reason. */
export function groupLines({ rules, digits, now, readTime, ledger }: GroupingOptions): LineGrouping {
  const orders = new Map<string, LineSum>();
  const returns = new Map<string, LineSum>();
  const names = new Map<string, string>();
  let lastMs = Number.NEGATIVE_INFINITY;

  const add = (line: OrderLine): void => {
    const { amount, quantity } = line;
    const at = readTime(line.timeText);
    if (at !== undefined) lastMs = Math.max(lastMs, at.getTime());
    const reason = rules.find((rule) => rule.matches(line))?.reason ?? flaw(line, at, digits, now);
    const group = amount !== undefined && amount.units < 0n ? returns : orders;
    const sum = group.get(line.orderId);
    if (reason !== undefined || (sum !== undefined && sum.customerId !== line.customerId)) {
      ledger.setAside(reason ?? "ORDER_OF_TWO_CUSTOMERS", amount);
      return;
    }
    // flaw() has found each of them to be there
    const minor = ledger.use(amount as ExactAmount);
    const placedAt = at as Date;
    const items = wholeUnits(quantity as ExactAmount);
    if (line.customerName !== "") names.set(line.customerId, line.customerName);
    if (sum === undefined) {
      group.set(line.orderId, { id: line.orderId, customerId: line.customerId, placedAt, minor, items });
      return;
    }
    sum.minor += minor;
    sum.items += items;
    if (placedAt < sum.placedAt) sum.placedAt = placedAt;
  };

  return {
    add,
    orders,
    returns,
    names,
    get lastInstant() {
      return lastMs === Number.NEGATIVE_INFINITY ? undefined : new Date(lastMs);
    },
  };
}

const largestMinor = BigInt(Number.MAX_SAFE_INTEGER);

/** Why a line that no rule set aside cannot be used; `undefined` where it can. */
function flaw({ orderId, quantity, amount }: OrderLine, at: Date | undefined, digits: number, now: Date | undefined) {
  if (orderId === "") return "NO_ORDER_ID";
  if (at === undefined) return "INVALID_DATE";
  if (quantity === undefined || quantity.units % 10n ** BigInt(quantity.scale) !== 0n) return "INVALID_QUANTITY";
  if (amount === undefined) return "INVALID_AMOUNT";
  if (quantity.units < 0n && amount.units >= 0n) return "INVALID_QUANTITY";
  const minor = roundToMinor(amount, digits);
  if (minor > largestMinor || minor < -largestMinor) return "AMOUNT_OUT_OF_RANGE";
  return now !== undefined && at > now ? "ORDER_AFTER_NOW" : undefined;
}

/** The pieces of a whole quantity, however many zeros it was written with. */
function wholeUnits({ units, scale }: ExactAmount): number {
  return Number(units / 10n ** BigInt(scale));
}
