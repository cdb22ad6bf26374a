export {
  type ChurnComparison,
  type ChurnRates,
  type ChurnRatesOptions,
  churnRates,
  type DayRange,
  type PeriodChurn,
} from "./churn-rates.js";
export { type Cohort, type CohortCell, type CohortTable, cohortTable, type OverallRetention } from "./cohort-table.js";
export type { PeriodDefinition, RateDefinition } from "./definition.js";
export { type NextPurchaseOptions, nextPurchaseTimes } from "./next-purchase.js";
export type { Period, PeriodOptions } from "./period-table.js";
export {
  type PeriodRepeat,
  type RepeatFigures,
  type RepeatRates,
  type RepeatRatesOptions,
  repeatRates,
} from "./repeat-rates.js";
export {
  type Activity,
  type Retention,
  type RetentionCell,
  type RetentionCohort,
  type RetentionMode,
  type RetentionOptions,
  retention,
} from "./retention.js";
export { type PeriodRevenue, type RevenueByPeriod, revenueByPeriod } from "./revenue-by-period.js";
export {
  type LifeTime,
  type SurvivalCurve,
  type SurvivalStep,
  survivalAt,
  survivalCurve,
} from "./survival.js";
