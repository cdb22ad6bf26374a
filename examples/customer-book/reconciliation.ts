import { type ExactAmount, exactTotal, isFinerThan, roundToMinor } from "./exact-amount.js";

/** Where every row and every unit of money of the file went. Amounts are decimal text in major units. */
export interface Reconciliation {
  /** Rows under the header: `rowsUsed` and the sum of `setAside`. */
  readonly rowsRead: number;
  readonly rowsUsed: number;
  /** Rows set aside, by reason, the most first. */
  readonly setAside: Readonly<Record<string, number>>;
  /** `read` is `used` + `setAside` + `rounding`, exactly. An amount that cannot be read counts as a row only. */
  readonly money: {
    /** ISO 4217. */
    readonly currency: string;
    readonly read: string;
    readonly used: string;
    readonly setAside: string;
    /** What rounding each line once, where it entered, half up to the currency's minor unit, took away. */
    readonly rounding: string;
  };
}

/** Counts rows and money as they are read. A collector: it changes with every line. */
export interface Ledger {
  /** A row that is set aside, with its money where that could be read. */
  setAside(reason: string, amount: ExactAmount | undefined): void;
  /** A row that is used. Returns its money in whole minor units, rounded once. */
  use(amount: ExactAmount): bigint;
  /** Rows whose money was finer than the currency. */
  readonly rowsRounded: number;
  /** Used rows whose money is below zero. */
  readonly rowsReturned: number;
  state(): Reconciliation;
}

/** An empty ledger.
 * @param currency - ISO 4217
 * @param digits - the currency's minor digits
 */
export function openLedger(currency: string, digits: number): Ledger {
  const counts = new Map<string, number>();
  const [read, used, aside, rounding] = [exactTotal(), exactTotal(), exactTotal(), exactTotal()];
  let [rowsUsed, rowsRounded, rowsReturned] = [0, 0, 0];

  const enter = (amount: ExactAmount): bigint => {
    const minor = roundToMinor(amount, digits);
    read.add(amount);
    if (isFinerThan(amount, digits)) {
      rowsRounded++;
      rounding.add(amount);
      rounding.add({ units: -minor, scale: digits });
    }
    return minor;
  };

  return {
    setAside(reason, amount) {
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
      if (amount !== undefined) aside.add({ units: enter(amount), scale: digits });
    },
    use(amount) {
      const minor = enter(amount);
      rowsUsed++;
      if (amount.units < 0n) rowsReturned++;
      used.add({ units: minor, scale: digits });
      return minor;
    },
    get rowsRounded() {
      return rowsRounded;
    },
    get rowsReturned() {
      return rowsReturned;
    },
    state() {
      return {
        rowsRead: rowsUsed + [...counts.values()].reduce((a, b) => a + b, 0),
        rowsUsed,
        setAside: Object.fromEntries([...counts].sort(([, a], [, b]) => b - a)),
        money: {
          currency,
          read: read.toText(digits),
          used: used.toText(digits),
          setAside: aside.toText(digits),
          rounding: rounding.toText(digits),
        },
      };
    },
  };
}
