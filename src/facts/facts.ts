import { type AmountReader, amountReader, Decimal, type SetAsideRow } from "../kernel/index.js";
import { type Contribution, contributionOf } from "./contribution.js";
import { type CustomerFacts, customerFactsAt } from "./customer-facts.js";
import { CustomerIndex, MOST_KEYS, tooMany } from "./customer-index.js";
import { type DayColumns, dayColumnsAt } from "./day-columns.js";
import { type DayEntry, DayTable, outOfRange } from "./day-table.js";
import { duplicateOrder, FactsMismatchError, NotCollectedError } from "./errors.js";
import { type FactsTables, todayOf } from "./facts-tables.js";
import { type FactsContext, type FactsDefinition, type FactsOptions, factsContext } from "./options.js";
import type { FactsRow } from "./order-row.js";
import { type FactsColumns, type TotalsOptions, totalsAt } from "./totals.js";

/** Up to which instant facts are read. */
export interface AsOf {
  /** Days after the local day of `now` are not seen; the whole day of `now` is. */
  readonly now: Date;
}

/** What is known of every customer's buying: one day series a customer, without a `now` of its own.
 *
 * A collector: {@link Facts.add}, {@link Facts.amend}, {@link Facts.remove} and {@link Facts.merge} change it, and
 * nothing else does. Made by {@link collectFacts}, `factsFromJson` and `factsFromColumns`.
 */
export class Facts implements FactsTables {
  /** Currency, zone and spend that every amount was collected under. */
  readonly definition: FactsDefinition;
  /** The rows that a collecting run refused, with their errors. */
  get setAside(): readonly SetAsideRow[] {
    return this.refused;
  }
  /** @internal */
  readonly context: FactsContext;
  /** @internal */
  customers: CustomerIndex = new CustomerIndex();
  /** Order days: count = orders, sums = items, gross, discount. @internal */
  orderDays: DayTable = new DayTable("int32", 3);
  /** Refund days by their key: sums = amount. @internal */
  refundDays: DayTable = new DayTable("float64", 1);
  /** Whether every order collected here left its id: not so for stored facts and columns without ids. @internal */
  idsAreKnown = true;
  /** @internal */
  readonly refused: SetAsideRow[] = [];
  /** How often these facts were changed. @internal */
  revision = 0;
  private readonly reader: AmountReader;
  private readonly orderIds = new Set<string>();
  private readonly refundIds = new Set<string>();
  private entered = new Decimal(0);

  /** Facts of nobody yet.
   * @throws When an option is not one of its choices, or the currency or zone is unknown.
   */
  constructor(options: FactsOptions) {
    this.context = factsContext(options);
    const { currency, timeZone, refunds, spend } = this.context;
    this.definition = Object.freeze({ currency, timeZone, refunds, spend: Object.freeze({ ...spend }) });
    this.reader = amountReader(this.context.digits);
  }

  /** How many customers have an index: those with an order or a refund, and those whose last one was taken out since. */
  get size(): number {
    return this.customers.size;
  }

  /** What the rows said minus what was kept, in major units: every amount finer than the currency was rounded once, half up. */
  get rounding(): Decimal {
    return this.entered;
  }

  /** The customers' ids by index; a new array. */
  customerIds(): string[] {
    return this.customers.ids();
  }

  /** The id of an index in `[0, size)`. */
  customerId(index: number): string {
    return this.customers.idAt(index);
  }

  /** The index of a customer in every column, `undefined` where unknown. */
  indexOf(customerId: string): number | undefined {
    return this.customers.indexOf(customerId);
  }

  /** One customer's facts as of a date, `undefined` for an unknown customer. Costs the length of their day series. */
  of(customerId: string, { now }: AsOf): CustomerFacts | undefined {
    const index = this.customers.indexOf(customerId);
    return index === undefined ? undefined : customerFactsAt(this, index, this.dayOf(now));
  }

  /** Every customer's facts as of a date, by index. */
  *each({ now }: AsOf): Generator<CustomerFacts> {
    const today = this.dayOf(now);
    for (let index = 0; index < this.size; index++) yield customerFactsAt(this, index, today);
  }

  /** One row a customer in typed arrays: orders, purchase days, first, last, money. One pass. */
  columns(options: TotalsOptions): FactsColumns {
    return totalsAt(this, options);
  }

  /** One row a customer and day in typed arrays, refunds on the day that the policy gives them. One pass. */
  dayColumns({ now }: AsOf): DayColumns {
    return dayColumnsAt(this, this.dayOf(now));
  }

  /** Adds one order or refund. Costs the size of the order and of its customer's block.
   * @throws When the row is not fit to count, or its id was collected before: {@link DuplicateOrderError}.
   */
  add(row: FactsRow): void {
    const read = this.read(row);
    const { kind, id } = read.contribution;
    if (!this.claimId(kind, id)) throw duplicateOrder();
    if (this.commit(read, 1)) return;
    this.idsOf(kind).delete(id);
    throw outOfRange();
  }

  /** Takes out an order or refund that was collected as given. What can be told of a row is its id (not so in stored facts,
   * which hold none) and whether its customer's day holds as much.
   * @throws When these facts do not hold it: {@link NotCollectedError}; they are then unchanged.
   */
  remove(row: FactsRow): void {
    const read = this.read(row);
    this.take(read);
    this.idsOf(read.contribution.kind).delete(read.contribution.id);
  }

  /** Replaces an order by what it became: edited, cancelled, refunded.
   * @param before - the order as it was collected
   * @param after - the order as it is now, of any customer and day
   * @throws When these facts do not hold `before`: {@link NotCollectedError}; when `after` is not fit to count. They
   *   are unchanged then.
   */
  amend(before: FactsRow, after: FactsRow): void {
    const old = this.read(before);
    const next = this.read(after);
    const [from, to] = [old.contribution, next.contribution];
    this.take(old);
    const isTaken = (from.id !== to.id || from.kind !== to.kind) && this.idsOf(to.kind).has(to.id);
    if (isTaken || !this.commit(next, 1)) {
      this.commit(old, 1);
      throw isTaken ? duplicateOrder() : outOfRange();
    }
    this.idsOf(from.kind).delete(from.id);
    this.idsOf(to.kind).add(to.id);
  }

  /** Adds the facts of other orders; `other` stays as it is. Merging disjoint parts in any order gives the facts of all.
   * @throws When currency, zone or spend definition differ: {@link FactsMismatchError}; when both collected the same
   *   order id: {@link DuplicateOrderError}; when a sum would pass 2^53 − 1: {@link AmountOutOfRangeError}. These facts
   *   are unchanged then.
   */
  merge(other: Facts): void {
    if (!(other instanceof Facts) || other === this) throw new FactsMismatchError({ expected: "other facts" });
    this.mustAgree(other);
    for (const id of other.orderIds) if (this.orderIds.has(id)) throw duplicateOrder();
    for (const id of other.refundIds) if (this.refundIds.has(id)) throw duplicateOrder();
    const indexes = this.indexesOf(other);
    let added = 0;
    for (const { table, customer, key, entry } of rowsOf(other, this, indexes)) {
      if (!table.add(customer, key, entry)) {
        for (const done of rowsOf(other, this, indexes))
          if (added-- > 0) done.table.add(done.customer, done.key, done.entry, -1);
        throw outOfRange();
      }
      added++;
    }
    for (let index = 0; index < other.size; index++) this.customers.add(other.customers.idAt(index));
    for (const id of other.orderIds) this.orderIds.add(id);
    for (const id of other.refundIds) this.refundIds.add(id);
    this.idsAreKnown = this.idsAreKnown && other.idsAreKnown;
    for (const row of other.refused) this.refused.push(row);
    this.revision++;
    this.entered = this.entered.plus(other.entered);
  }

  /** Gives back the room that growing left over; done after collecting many rows. */
  compact(): void {
    this.orderDays.compact();
    this.refundDays.compact();
  }

  private read(row: FactsRow): ReadRow {
    const before = this.reader.rounding();
    const contribution = contributionOf(row, this.context, this.reader);
    const after = this.reader.rounding();
    return { contribution, rounding: after === before ? undefined : after.minus(before) };
  }

  /** Takes an id; `false` where it is taken. @internal */
  claimId(kind: Contribution["kind"], id: string): boolean {
    const ids = this.idsOf(kind);
    const before = ids.size;
    if (before === MOST_KEYS) throw tooMany(["id"]);
    return ids.add(id).size > before;
  }

  /** Counts what rounding took from an entering row. @internal */
  enter(rounding: Decimal): void {
    this.entered = this.entered.plus(rounding);
  }

  /** Epoch day of an instant in the facts' zone. @internal */
  dayOf(instant: Date): number {
    return todayOf(this, instant);
  }

  private idsOf(kind: Contribution["kind"]): Set<string> {
    return kind === "order" ? this.orderIds : this.refundIds;
  }

  /** Adds a row's contribution or takes it away, whole or not at all. */
  private commit({ contribution, rounding }: ReadRow, sign: 1 | -1): boolean {
    const { customerId, day, order, refunds } = contribution;
    const customer = this.customers.indexOf(customerId) ?? this.size;
    if (day !== undefined && !this.orderDays.add(customer, day, order, sign)) return false;
    for (let r = 0; r < refunds.length; r++) {
      if (this.refundDays.add(customer, refunds[r]!.key, refunds[r]!.entry, sign)) continue;
      const undo = sign === 1 ? -1 : 1;
      for (const { key, entry } of refunds.slice(0, r)) this.refundDays.add(customer, key, entry, undo);
      if (day !== undefined) this.orderDays.add(customer, day, order, undo);
      return false;
    }
    if (customer === this.size && sign === 1 && (day !== undefined || refunds.length > 0))
      this.customers.add(customerId);
    this.revision++;
    if (rounding !== undefined) this.entered = this.entered.plus(rounding.times(sign));
    return true;
  }

  private take(read: ReadRow): void {
    const { kind, id } = read.contribution;
    const isKnown = !this.idsAreKnown || this.idsOf(kind).has(id);
    if (!isKnown || !this.commit(read, -1))
      throw new NotCollectedError({ expected: "an order that these facts were given" });
  }

  /** Where each customer of other facts stands here, or will stand once they are added in order. */
  private indexesOf(other: Facts): Uint32Array {
    let next = this.size;
    return Uint32Array.from(
      { length: other.size },
      (_, i) => this.customers.indexOf(other.customers.idAt(i)) ?? next++,
    );
  }

  private mustAgree(other: Facts): void {
    const [ours, theirs] = [this.definition, other.definition];
    if (
      ours.currency !== theirs.currency ||
      ours.timeZone !== theirs.timeZone ||
      ours.refunds !== theirs.refunds ||
      ours.spend.tax !== theirs.spend.tax ||
      ours.spend.shipping !== theirs.spend.shipping
    )
      throw new FactsMismatchError({ expected: "facts of the same definition" });
  }
}

/** A row that was read but not yet added. @internal */
export interface ReadRow {
  readonly contribution: Contribution;
  /** `undefined` where nothing was rounded. */
  readonly rounding: Decimal | undefined;
}

interface TableRow {
  readonly table: DayTable;
  readonly customer: number;
  readonly key: number;
  readonly entry: DayEntry;
}

/** The rows of facts, each with the table of other facts that it belongs into. */
function* rowsOf(from: FactsTables, to: FactsTables, indexes: Uint32Array): Generator<TableRow> {
  for (const name of ["orderDays", "refundDays"] as const)
    for (let c = 0; c < indexes.length; c++) {
      const { starts, keys, counts, sums } = from[name];
      const end = (starts[c] ?? 0) + from[name].lengthOf(c);
      for (let row = starts[c] ?? 0; row < end; row++) {
        const entry = { count: counts[row]!, sums: sums.map((column) => column?.[row] ?? 0) };
        yield { table: to[name], customer: indexes[c]!, key: keys[row]!, entry };
      }
    }
}
