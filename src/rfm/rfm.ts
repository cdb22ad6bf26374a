import type { Decimal } from "../kernel/index.js";
import type { Reason } from "../words/index.js";

/** One customer's scores. */
export interface RfmRow {
  readonly customerId: string;
  /** Local days since the last purchase. */
  readonly recencyDays: number;
  /** Orders, or purchase days, as asked. */
  readonly frequency: number;
  /** Major units. */
  readonly monetary: Decimal;
  /** 1 to the map's levels; the top is most recent. */
  readonly r: number;
  readonly f: number;
  readonly m: number;
  /** Weighted mean of r, f and m. */
  readonly score: number;
  /** The scores side by side, such as `"543"`. */
  readonly cell: string;
  /** Id of the segment. */
  readonly segment: string;
  readonly reasons: readonly Reason[];
  /** First instant at which time alone changes a score; `undefined` under quantiles and splits, where others decide,
   * and where no further change will come. */
  readonly nextChangeAt: Date | undefined;
}

/** The scores of all customers as typed arrays, one place a scored customer. */
export interface RfmColumns {
  /** Index of the customer in the facts. */
  readonly index: Int32Array;
  readonly recencyDays: Float64Array;
  readonly frequency: Float64Array;
  /** Minor units. */
  readonly monetary: Float64Array;
  readonly r: Uint8Array;
  readonly f: Uint8Array;
  readonly m: Uint8Array;
  /** Place of the segment in the map's list. */
  readonly segment: Uint16Array;
}

/** The edges between scores, ascending; what they mean is the convention's. Empty where a convention has none. */
export interface RfmEdges {
  readonly recencyDays: readonly number[];
  readonly frequency: readonly number[];
  /** Major units. */
  readonly monetary: readonly Decimal[];
}

/** One segment's size and money. */
export interface RfmSegmentTotal {
  readonly segment: string;
  readonly customers: number;
  /** Sum of the customers' frequency. */
  readonly frequency: number;
  /** Sum of the customers' monetary, major units. */
  readonly monetary: Decimal;
  /** Share of all scored customers, 0 to 1. */
  readonly customerShare: number;
  /** Share of all monetary; `undefined` where the whole is not above zero. */
  readonly monetaryShare: number | undefined;
}

/** Scores and segments of all customers at one instant. */
export interface Rfm {
  /** How many customers are scored. */
  readonly size: number;
  /** Customers of the facts without an order in the days looked at: they have no recency and no score. */
  readonly unscored: number;
  readonly currency: string;
  /** Ids of the map's segments, in its order. */
  readonly segmentIds: readonly string[];
  readonly columns: RfmColumns;
  readonly edges: RfmEdges;
  /** One customer's scores; `undefined` for one that is unknown or unscored. */
  of(customerId: string): RfmRow | undefined;
  /** One customer's segment alone, `undefined` for one that is unknown or unscored. */
  segmentOf(customerId: string): string | undefined;
  /** Customer id and segment of every scored customer, in the facts' order. */
  segmentOfEach(): Generator<readonly [customerId: string, segment: string]>;
  /** Every scored customer, in the facts' order. */
  rows(): Generator<RfmRow>;
  /** Size and money of every segment, empty ones included, in the map's order. */
  segments(): readonly RfmSegmentTotal[];
}
