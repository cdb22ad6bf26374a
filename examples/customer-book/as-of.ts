import { epochDay, InvalidInstantError, type Zone } from "clientele/kernel";
import { UsageError } from "./errors.js";

/** The last millisecond of a local day.
 * @param day - days since 1970-01-01
 */
export function endOfDay(day: number, zone: Zone): Date {
  return new Date(zone.startOfDay(day + 1).getTime() - 1);
}

/** The instant that `--now` means: the end of a day, or an instant with its offset.
 * @throws When the text is neither: {@link UsageError}.
 */
export function readNow(text: string, zone: Zone): Date {
  const expected = "a day (2011-12-09) or an instant (2011-12-09T12:00:00Z) for --now";
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return endOfDay(epochDay(text), zone);
  } catch (cause) {
    if (cause instanceof InvalidInstantError) throw new UsageError({ expected, cause });
    throw cause;
  }
  const instant = /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) ? new Date(text) : undefined;
  if (instant === undefined || Number.isNaN(instant.getTime())) throw new UsageError({ expected });
  return instant;
}
