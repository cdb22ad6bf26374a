import type { Facts, FactsDefinition } from "../facts/index.js";
import { Decimal, majorAmount } from "../kernel/index.js";
import type { PeriodDefinition, RateDefinition } from "./definition.js";
import { ExactSums } from "./exact-sums.js";
import type { Period, PeriodOptions, PeriodTable } from "./period-table.js";
import { rateOf } from "./rate.js";
import { type DayReading, firstOrderRow, readDays } from "./read-days.js";

/** What a cohort did in one period after its acquisition. */
export interface CohortCell {
  /** Periods since the period of the first order; 0 is that period itself. */
  readonly offset: number;
  /** Customers of the cohort with an order in this period. */
  readonly retained: number;
  /** `retained` of the cohort's customers, 0 to 1. */
  readonly retentionRate: number | undefined;
  /** Net revenue of this period, major units, exact. */
  readonly net: Decimal;
  /** Net revenue from the acquisition through this period. */
  readonly cumulativeNet: Decimal;
  /** `cumulativeNet` by the cohort's customers, half up to the minor unit. */
  readonly cumulativeNetPerCustomer: Decimal | undefined;
  /** Whether this period was over at `now`. */
  readonly isComplete: boolean;
}

/** The customers who first ordered in one period. */
export interface Cohort extends Period {
  /** Customers whose first order of all is in this period. */
  readonly customers: number;
  /** From offset 0 to the period that holds `now`. */
  readonly cells: readonly CohortCell[];
}

/** Retention over all cohorts that have seen an offset through. */
export interface OverallRetention {
  /** Periods since the period of the first order. */
  readonly offset: number;
  /** Customers of the cohorts whose cell at this offset is complete. */
  readonly customers: number;
  /** Of them, those with an order in the period at this offset. */
  readonly retained: number;
  /** `retained` of `customers`, 0 to 1. */
  readonly retentionRate: number | undefined;
}

/** Cohorts by the period of the first order. */
export interface CohortTable {
  /** Calendar, money, and what the rates divide. */
  readonly definition: PeriodDefinition & {
    readonly retentionRate: RateDefinition;
    readonly cumulativeNetPerCustomer: RateDefinition;
    /** Which money net is. */
    readonly money: FactsDefinition;
  };
  /** One a period, oldest first, from the first order of all to `now`; periods without a new customer too. */
  readonly cohorts: readonly Cohort[];
  /** One an offset that some cohort has seen through: the average curve, weighted by customers. */
  readonly overall: readonly OverallRetention[];
  /** Refunds of customers who never ordered, or from before the period of their first order: in no cohort's net. */
  readonly unassigned: { readonly customers: number; readonly net: Decimal };
}

/** Retention and revenue of customers by the period in which they first ordered: the cohort triangle.
 *
 * Every customer with an order belongs to exactly one cohort, so that the cohorts' net and `unassigned` add up to the net
 * of the facts. One pass over the order days.
 * @throws When the zone is not the facts': {@link TimeZoneMismatchError}; when weeks have no first day or
 *   there are more than 5,000 periods: {@link InvalidOptionError}; when `now` is not a date: {@link InvalidInstantError}.
 * @example
 * ```ts
 * import { cohortTable } from "clientele/cohorts";
 * import { collectFacts } from "clientele/facts";
 * const timeZone = "Asia/Shanghai";
 * const facts = collectFacts(
 *   [
 *     { id: "1", customerId: "ann", placedAt: new Date("2026-01-05T04:00:00Z"), gross: "20.00" },
 *     { id: "2", customerId: "ann", placedAt: new Date("2026-02-05T04:00:00Z"), gross: "5.00" },
 *   ],
 *   { currency: "CNY", timeZone },
 * );
 * const { cohorts } = cohortTable(facts, { now: new Date("2026-02-28T16:00:00Z"), timeZone, period: "month" });
 * if (cohorts[0]?.cells[1]?.cumulativeNet.toFixed(2) !== "25.00") throw new Error("January's customers are worth 25");
 * ```
 */
export function cohortTable(facts: Facts, options: PeriodOptions): CohortTable {
  const reading = readDays(facts, options, "first-order");
  const { definition, digits } = reading;
  const triangle = fillTriangle(reading);
  const cohorts = triangle.table.periods.map((period, i): Cohort => {
    const customers = triangle.sizes[i]!;
    return { ...period, customers, cells: cellsOf(triangle, i, customers, digits) };
  });
  return {
    definition: {
      ...definition,
      retentionRate: {
        numerator: "customers-of-the-cohort-with-an-order-in-the-period",
        denominator: "customers-of-the-cohort",
      },
      cumulativeNetPerCustomer: {
        numerator: "net-from-the-acquisition-through-the-period",
        denominator: "customers-of-the-cohort",
      },
      money: facts.definition,
    },
    cohorts,
    overall: overallOf(triangle),
    unassigned: { customers: triangle.unassignedCustomers, net: majorAmount(triangle.unassigned.at(0), digits) },
  };
}

interface Triangle {
  readonly table: PeriodTable;
  /** Customers by cohort. */
  readonly sizes: Int32Array;
  /** Where the row of a cohort starts in the triangle. */
  readonly rowStarts: Float64Array;
  readonly retained: Int32Array;
  readonly nets: ExactSums;
  readonly unassigned: ExactSums;
  readonly unassignedCustomers: number;
}

function fillTriangle({ columns, customers, table }: DayReading): Triangle {
  const { offsets, day, orders, net } = columns;
  const size = table.periods.length;
  const rowStarts = new Float64Array(size);
  for (let i = 1; i < size; i++) rowStarts[i] = rowStarts[i - 1]! + size - i + 1;
  const sizes = new Int32Array(size);
  const retained = new Int32Array((size * (size + 1)) / 2);
  const nets = new ExactSums(retained.length);
  const unassigned = new ExactSums(1);
  let unassignedCustomers = 0;

  for (let c = 0; c < customers; c++) {
    const end = offsets[c + 1]!;
    const firstRow = firstOrderRow(columns, c);
    const cohort = firstRow < end ? table.indexOf(day[firstRow]!) : -1;
    const cohortStart = cohort < 0 ? Number.POSITIVE_INFINITY : table.startDays[cohort]!;
    let row = offsets[c]!;
    if (row < end && day[row]! < cohortStart) unassignedCustomers++;
    for (; row < end && day[row]! < cohortStart; row++) unassigned.add(0, net[row]!);
    if (cohort >= 0) sizes[cohort]!++;
    for (let lastSeen = -1; row < end; row++) {
      const period = table.indexOf(day[row]!);
      const place = rowStarts[cohort]! + period - cohort;
      nets.add(place, net[row]!);
      if (orders[row]! > 0 && period !== lastSeen) {
        retained[place]!++;
        lastSeen = period;
      }
    }
  }
  return { table, sizes, rowStarts, retained, nets, unassigned, unassignedCustomers };
}

function cellsOf({ table, rowStarts, retained, nets }: Triangle, cohort: number, customers: number, digits: number) {
  const zero = new Decimal(0);
  let cumulativeNet = zero;
  let cumulativeNetPerCustomer = customers === 0 ? undefined : zero;
  return table.periods.slice(cohort).map(({ isComplete }, offset): CohortCell => {
    const place = rowStarts[cohort]! + offset;
    const minor = nets.at(place);
    const net = minor === 0 ? zero : majorAmount(minor, digits);
    if (minor !== 0) {
      // Most cells of a fine triangle are empty: their decimals are the ones before.
      cumulativeNet = cumulativeNet.plus(net);
      cumulativeNetPerCustomer = cumulativeNet.dividedBy(customers).toDecimalPlaces(digits);
    }
    return {
      offset,
      retained: retained[place]!,
      retentionRate: rateOf(retained[place]!, customers),
      net,
      cumulativeNet,
      cumulativeNetPerCustomer,
      isComplete,
    };
  });
}

function overallOf({ table, sizes, rowStarts, retained }: Triangle): readonly OverallRetention[] {
  const complete = table.periods.filter(({ isComplete }) => isComplete).length; // they come before the others
  return Array.from({ length: complete }, (_, offset): OverallRetention => {
    let customers = 0;
    let returned = 0;
    for (let cohort = 0; cohort + offset < complete; cohort++) {
      customers += sizes[cohort]!;
      returned += retained[rowStarts[cohort]! + offset]!;
    }
    return { offset, customers, retained: returned, retentionRate: rateOf(returned, customers) };
  });
}
