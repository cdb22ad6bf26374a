import type { DayColumns, Facts } from "../facts/index.js";
import { minorDigits, zoneOf } from "../kernel/index.js";
import type { PeriodDefinition } from "./definition.js";
import { type PeriodOptions, type PeriodTable, periodDefinition, periodTable } from "./period-table.js";

/** Order days up to `now`, with the periods they fall in. */
export interface DayReading {
  readonly definition: PeriodDefinition;
  readonly columns: DayColumns;
  readonly customers: number;
  /** From the period of the first day to that of `now`, without a gap; empty where no day counts. */
  readonly table: PeriodTable;
  /** Minor digits of the facts' currency. */
  readonly digits: number;
}

/** Reads facts by periods.
 * @param from - where periods begin: at the first day of all, or at the first with an order
 * @throws When the options do not fit the facts, see {@link periodDefinition}; when there are more than 5,000 periods:
 *   {@link InvalidOptionError}.
 */
export function readDays(facts: Facts, options: PeriodOptions, from: "first-day" | "first-order"): DayReading {
  const definition = periodDefinition(options, facts.definition.timeZone);
  const columns = facts.dayColumns(options);
  const { day, orders } = columns;
  let first = Number.POSITIVE_INFINITY;
  for (let row = 0; row < day.length; row++)
    if (day[row]! < first && (from === "first-day" || orders[row]! > 0)) first = day[row]!;
  const today = zoneOf(options.timeZone).dayOf(options.now);
  return {
    definition,
    columns,
    customers: columns.offsets.length - 1,
    table: periodTable(first, today, options),
    digits: minorDigits(facts.definition.currency),
  };
}

/** The row of a customer's first order; the row after the customer's last where there is none. */
export function firstOrderRow({ offsets, orders }: DayColumns, customer: number): number {
  const end = offsets[customer + 1]!;
  let row = offsets[customer]!;
  while (row < end && orders[row] === 0) row++;
  return row;
}
