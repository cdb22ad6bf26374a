import {
  calendarDate,
  type EpochDay,
  InvalidOptionError,
  instantMs,
  instantOf,
  type ValuePath,
  weekday,
  type Zone,
  zoneOf,
} from "../kernel/index.js";
import type { SimulateShopOptions } from "./options.js";

/** The shop's days, and when it is open on each. */
export interface ShopCalendar {
  readonly firstDay: EpochDay;
  /** How many days. */
  readonly days: number;
  /** How busy a day is beside the mean day, by days since the first; 0 on one that the zone skips. */
  readonly factors: Float64Array;
  readonly maxFactor: number;
  /** An instant within the opening hours of a day.
   * @param day - days since the first
   * @param share - how far into the opening hours, in [0, 1)
   * @returns milliseconds since 1970
   */
  instantAt(day: number, share: number): number;
  /** When a day's opening hours begin, in milliseconds since 1970. */
  openingOf(day: number): number;
}

/** The whole local days of a span.
 * @throws When no whole day lies in it, or hours or factors are none: {@link InvalidOptionError}; when an instant is not
 *   valid: {@link InvalidInstantError}; when the zone is unknown: {@link TimeZoneError}.
 */
export function shopCalendar(options: SimulateShopOptions): ShopCalendar {
  const zone = zoneOf(options.timeZone);
  const { opens, closes } = options.openingHours ?? { opens: 0, closes: 24 };
  if (!(Number.isInteger(opens) && Number.isInteger(closes) && opens >= 0 && opens < closes && closes <= 24))
    throw new InvalidOptionError({ path: ["openingHours"], expected: "whole hours, 0 ≤ opens < closes ≤ 24" });
  const from = instantMs(options.from, ["from"]);
  const to = instantMs(options.to, ["to"]);
  const dayOfFrom = zone.dayOf(from);
  const firstDay = zone.startOfDay(dayOfFrom).getTime() === from ? dayOfFrom : dayOfFrom + 1;
  const days = zone.dayOf(to) - firstDay;
  if (days < 1) throw new InvalidOptionError({ path: ["to"], expected: "at least one whole local day after from" });

  const factors = factorsOf(options, firstDay, days, zone);
  const open = new Float64Array(days).fill(Number.NaN);
  const close = new Float64Array(days);
  const look = (day: number) => {
    if (!Number.isNaN(open[day]!)) return;
    open[day] = hourOf(zone, firstDay + day, opens);
    close[day] = hourOf(zone, firstDay + day, closes);
  };
  return {
    firstDay,
    days,
    factors,
    maxFactor: factors.reduce((a, b) => Math.max(a, b)),
    instantAt(day, share) {
      look(day);
      return Math.floor(open[day]! + share * (close[day]! - open[day]!));
    },
    openingOf(day) {
      look(day);
      return open[day]!;
    },
  };
}

/** The instant of a full hour of a local day; hour 24 is the start of the next day. */
function hourOf(zone: Zone, day: EpochDay, hour: number): number {
  if (hour === 0) return zone.startOfDay(day).getTime();
  if (hour === 24) return zone.startOfDay(day + 1).getTime();
  return instantOf({ ...calendarDate(day), hour }, zone.timeZone).getTime();
}

function factorsOf({ seasonality }: SimulateShopOptions, firstDay: EpochDay, days: number, zone: Zone): Float64Array {
  const months = checkFactors(seasonality?.months ?? new Array<number>(12).fill(1), 12, ["seasonality", "months"]);
  const weekdays = seasonality?.weekdays ?? {};
  checkFactors(Object.values(weekdays), Object.keys(weekdays).length, ["seasonality", "weekdays"]);
  const factors = Float64Array.from({ length: days }, (_, i) => {
    const day = firstDay + i;
    if (zone.dayOf(zone.startOfDay(day)) !== day) return 0;
    return months[calendarDate(day).month - 1]! * (weekdays[weekday(day)] ?? 1);
  });
  const sum = factors.reduce((a, b) => a + b);
  if (sum === 0)
    throw new InvalidOptionError({ path: ["seasonality"], expected: "a day above 0 among the days simulated" });
  return factors.map((factor) => (factor * days) / sum);
}

function checkFactors(factors: readonly number[], count: number, path: ValuePath): readonly number[] {
  if (factors.length === count && factors.every((factor) => factor >= 0 && factor < Number.POSITIVE_INFINITY))
    return factors;
  throw new InvalidOptionError({ path, expected: `${count} finite numbers ≥ 0` });
}
