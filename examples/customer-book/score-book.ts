import { cohortTable, repeatRates, revenueByPeriod } from "clientele/cohorts";
import { collectFacts, type Facts, type FactsRow } from "clientele/facts";
import { Decimal, isoDay, majorText, minorDigits, sumMinor, zoneOf } from "clientele/kernel";
import { type Profile, profileAll } from "clientele/profile";
import { type RfmRow, rfmSegments11, scoreRfm } from "clientele/rfm";
import type { Book, BookCustomer, BookDay, BookGridCell } from "./book-data.js";
import type { Language } from "./language.js";
import type { GroupedLines } from "./lines-to-orders.js";
import type { Reconciliation } from "./reconciliation.js";

/** What the book is of, beside its orders. */
export interface BookOptions {
  /** Instant that everything is as of; the whole local day of it is seen. */
  readonly now: Date;
  readonly asOfIsLastDay: boolean;
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly language: Language;
  /** The file's name. */
  readonly source: string;
  readonly reconciliation: Reconciliation;
}

/** Scores every customer: orders to facts, facts to RFM and profiles, months and cohorts.
 * @param lines - the file's lines, added up by order
 */
export function scoreBook(lines: GroupedLines, options: BookOptions): Book {
  const { now, timeZone, currency, reconciliation } = options;
  const when = { now, timeZone };
  const digits = minorDigits(currency);
  const facts = collectFacts(rowsOf(lines, digits), { currency, timeZone });
  const rfm = scoreRfm(facts, { ...when, segments: rfmSegments11 });
  const customers = [...profileAll({ facts, rfm }, { now })].map((profile) =>
    bookCustomer(profile, lines.names.get(profile.customerId), currency, digits),
  );
  const byMonth = { ...when, period: "month" } as const;
  const revenue = revenueByPeriod(facts, byMonth);
  const repeat = repeatRates(facts, byMonth);
  const repeatByStart = new Map(repeat.periods.map((period) => [period.start, period.repeatPurchaseRate]));
  const cohortPeriod = revenue.periods.length > 24 ? "quarter" : "month";

  return {
    language: options.language,
    source: options.source,
    currency,
    digits,
    timeZone,
    asOf: isoDay(zoneOf(timeZone).dayOf(now)),
    asOfIsLastDay: options.asOfIsLastDay,
    totals: {
      ...totalsOf(facts, now, digits),
      repeatCustomerShare: repeat.whole.repeatPurchaseRate ?? null,
      rowsRead: reconciliation.rowsRead,
      rowsUsed: reconciliation.rowsUsed,
    },
    segments: rfm.segments().map(({ segment, customers, customerShare, monetary, monetaryShare }) => ({
      segment,
      customers,
      customerShare,
      net: monetary.toFixed(digits),
      revenueShare: monetaryShare ?? null,
    })),
    grid: gridOf([...rfm.rows()], digits),
    months: revenue.periods.map(({ start, isComplete, orders, buyers, net }) => ({
      start,
      isComplete,
      orders,
      customers: buyers,
      net: net.toFixed(digits),
      repeatRate: repeatByStart.get(start) ?? null,
    })),
    cohortPeriod,
    cohorts: cohortTable(facts, { ...when, period: cohortPeriod }).cohorts.map(({ start, customers, cells }) => ({
      start,
      customers,
      retention: cells.map(({ retentionRate }) => retentionRate ?? null),
      completePeriods: cells.filter(({ isComplete }) => isComplete).length,
    })),
    customers,
    histories: [...facts.each({ now })].map(({ days }) =>
      days.map((day): BookDay => [day.day, day.orders, day.net.toFixed(digits)]),
    ),
  };
}

/** Orders as sums, and returns standing alone: no line says which order it gives back. */
function* rowsOf({ orders, returns }: GroupedLines, digits: number): Generator<FactsRow> {
  for (const { id, customerId, placedAt, minor, items } of orders.values())
    yield { id, customerId, placedAt, gross: majorText(minor, digits), items };
  for (const { id, customerId, placedAt, minor } of returns.values())
    yield { id, customerId, refundedAt: placedAt, amount: majorText(-minor, digits) };
}

function bookCustomer(profile: Profile, name: string | undefined, currency: string, digits: number): BookCustomer {
  const { customerId, buying, rfm, reasons, nextChangeAt } = profile;
  const money = (amount: Decimal | undefined) => (amount ?? new Decimal(0)).toFixed(digits);
  return {
    customerId,
    name: name ?? null,
    segment: rfm?.segment ?? null,
    cell: rfm?.cell ?? null,
    r: rfm?.r ?? null,
    f: rfm?.f ?? null,
    m: rfm?.m ?? null,
    score: rfm?.score ?? null,
    recencyDays: rfm?.recencyDays ?? null,
    frequency: rfm?.frequency ?? null,
    monetary: rfm?.monetary.toFixed(digits) ?? null,
    currency,
    orders: buying?.orders ?? 0,
    purchaseDays: buying?.purchaseDays ?? 0,
    items: buying?.items ?? 0,
    gross: money(buying?.gross),
    discount: money(buying?.discount),
    refunds: money(buying?.refunds),
    net: money(buying?.net),
    averageOrderValue: buying?.averageOrderValue?.toFixed(digits) ?? null,
    refundShare: buying?.refundShare ?? null,
    firstDay: buying?.firstDay ?? null,
    lastDay: buying?.lastDay ?? null,
    medianGapDays: buying?.medianGapDays ?? null,
    reasons,
    nextChangeAt: nextChangeAt?.toISOString() ?? null,
  };
}

function totalsOf(facts: Facts, now: Date, digits: number) {
  const { orders, gross, refunds, net } = facts.columns({ now });
  const text = (minors: Float64Array) => majorText(sumMinor(minors), digits);
  return {
    customers: facts.size,
    orders: orders.reduce((a, b) => a + b, 0),
    gross: text(gross),
    refunds: text(refunds),
    net: text(net),
  };
}

/** All 25 cells, the empty ones too. */
function gridOf(rows: readonly RfmRow[], digits: number): readonly BookGridCell[] {
  const scores = [1, 2, 3, 4, 5];
  return scores.flatMap((r) =>
    scores.map((f) => {
      const inCell = rows.filter((row) => row.r === r && row.f === f);
      const net = inCell.reduce((sum, { monetary }) => sum.plus(monetary), new Decimal(0));
      return { r, f, customers: inCell.length, net: net.toFixed(digits) };
    }),
  );
}
