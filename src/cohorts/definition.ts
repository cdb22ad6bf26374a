import type { PeriodUnit, Weekday } from "../kernel/index.js";

/** What a rate says, as data: two people who read it mean the same. */
export interface RateDefinition {
  /** Who or what is counted, in lower-kebab. */
  readonly numerator: string;
  /** Of whom or what, in lower-kebab. */
  readonly denominator: string;
}

/** In whose calendar periods are cut. */
export interface PeriodDefinition {
  /** IANA zone. */
  readonly timeZone: string;
  /** What days are grouped by. */
  readonly period: PeriodUnit;
  /** First day of a week, `undefined` where no period is a week. */
  readonly weekStartsOn: Weekday | undefined;
}
