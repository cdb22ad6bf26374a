import { InvalidInputError } from "../kernel/index.js";
import { rateOf } from "./rate.js";

/** One life as far as it was seen. */
export interface LifeTime {
  /** How long it was watched, ≥ 0, in any unit: until the event, or until the watching ended. */
  readonly duration: number;
  /** Whether it ended in the event; `false` = still without it when last seen (censored). */
  readonly hasEvent: boolean;
}

/** The curve at one time at which an event happened. */
export interface SurvivalStep {
  /** In the unit of the durations. */
  readonly time: number;
  /** Lives of at least this duration, those censored at this very time included. */
  readonly atRisk: number;
  /** Events at this time. */
  readonly events: number;
  /** Share still without the event after this time. */
  readonly survival: number;
  /** Greenwood's standard error of `survival`; `undefined` once nobody is left at risk of the event. */
  readonly standardError: number | undefined;
}

/** A Kaplan–Meier curve. */
export interface SurvivalCurve {
  /** One step a time with events, times ascending; before the first, survival is 1. */
  readonly steps: readonly SurvivalStep[];
  /** How many were watched. */
  readonly lives: number;
  /** Lives that ended in the event. */
  readonly events: number;
  /** First time at which at most half are without the event, `undefined` while more than half are. */
  readonly median: number | undefined;
}

/** How many live on without an event, by time, also counting those whose event was not seen yet.
 *
 * Kaplan–Meier: S(t) = product of (1 − events / at risk) over event times up to t. For time to the next purchase take
 * {@link nextPurchaseTimes}; the event is then the good one, and `1 − survival` the share that came back.
 * @param lives - in any order
 * @returns no steps where there is no event
 * @throws When a duration is negative or not finite: {@link InvalidInputError}.
 * @see E. L. Kaplan, P. Meier, Nonparametric estimation from incomplete observations, JASA 53 (1958); M. Greenwood (1926)
 *   for the standard error; equals R's `survfit`
 * @example
 * ```ts
 * import { survivalCurve } from "clientele/cohorts";
 * const { steps } = survivalCurve([{ duration: 6, hasEvent: true }, { duration: 9, hasEvent: false }]);
 * if (steps[0]?.survival !== 0.5) throw new Error("one of two is left");
 * ```
 */
export function survivalCurve(lives: Iterable<LifeTime>): SurvivalCurve {
  const sorted = [...lives];
  for (const [i, { duration }] of sorted.entries())
    if (!(duration >= 0 && duration < Number.POSITIVE_INFINITY))
      throw new InvalidInputError({ path: [i, "duration"], expected: "a finite duration ≥ 0" });
  sorted.sort((a, b) => a.duration - b.duration);

  const steps: SurvivalStep[] = [];
  let survival = 1;
  let greenwood = 0;
  let allEvents = 0;
  for (let i = 0; i < sorted.length; ) {
    const time = sorted[i]!.duration;
    const atRisk = sorted.length - i;
    let events = 0;
    for (; i < sorted.length && sorted[i]!.duration === time; i++) if (sorted[i]!.hasEvent) events++;
    if (events === 0) continue;
    allEvents += events;
    survival *= 1 - events / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    const standardError = events === atRisk ? undefined : survival * Math.sqrt(greenwood);
    steps.push({ time, atRisk, events, survival, standardError });
  }
  // A product of fractions that is one half may miss it by the last bits.
  const median = steps.find((step) => step.survival <= 0.5 + 1e-12)?.time;
  return { steps, lives: sorted.length, events: allEvents, median };
}

/** Share still without the event after a time, read off a curve.
 * @param time - ≥ 0, in the unit of the durations
 * @returns `undefined` where nobody was watched
 */
export function survivalAt({ steps, lives }: SurvivalCurve, time: number): number | undefined {
  let survival = rateOf(lives, lives);
  for (const step of steps) if (step.time <= time) survival = step.survival;
  return survival;
}
