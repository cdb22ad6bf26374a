export { allocate } from "./allocate.js";
export { type AmountReader, amountReader } from "./amount-reader.js";
export { compareCodePoints } from "./code-points.js";
export { decimalAmount, type IssueParams, instant } from "./codecs.js";
export { isCurrency, minorDigits } from "./currency.js";
export { type AmountInput, Decimal, parseDecimal } from "./decimal.js";
export {
  AmountOutOfRangeError,
  atPath,
  CrmError,
  type CrmErrorDetails,
  CurrencyMismatchError,
  formatPath,
  InvalidAmountError,
  InvalidInputError,
  InvalidInstantError,
  InvalidOptionError,
  isCrmError,
  TimeZoneError,
  TimeZoneMismatchError,
  UnknownCurrencyError,
  UnknownVersionError,
  type ValuePath,
} from "./errors.js";
export {
  addMoney,
  type EnteredAmount,
  enterAmount,
  formatMoney,
  type Money,
  majorAmount,
  majorText,
  money,
  safeMinor,
  subtractMoney,
  sumMinor,
} from "./money.js";
export { type Ok, type Refusal, RefusedError, unwrap } from "./outcome.js";
export { hash32, hashFraction, type Random, seededRandom } from "./random.js";
export { countSetAside, type SetAsideRow } from "./set-aside.js";
export {
  type CalendarDate,
  calendarDate,
  checkDay,
  dayOfDate,
  type EpochDay,
  epochDay,
  isoDay,
  type Weekday,
  weekday,
} from "./time/calendar.js";
export {
  addDuration,
  type Duration,
  type DurationUnit,
  days,
  hours,
  minutes,
  months,
  quarters,
  weeks,
  years,
} from "./time/duration.js";
export { instantMs } from "./time/instant.js";
export { instantOf, type LocalTime, localTimeOf } from "./time/local-time.js";
export { type LookBack, lookBack } from "./time/look-back.js";
export { addPeriods, type PeriodUnit, periodsBetween, startOfPeriod } from "./time/period.js";
export { type Zone, zoneOf } from "./time/zone.js";
