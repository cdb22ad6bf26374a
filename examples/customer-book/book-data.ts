import type { Reason } from "clientele/words";
import type { Language } from "./language.js";

/** One customer with every score: a row of `customers.json`. Money is decimal text in major units of the book's currency. */
export interface BookCustomer {
  readonly customerId: string;
  readonly name: string | null;
  /** Id of the segment; `null` with the scores for a customer who has returns but no order. */
  readonly segment: string | null;
  /** The scores side by side, such as `"543"`. */
  readonly cell: string | null;
  /** 1 to 5; 5 is most recent, most orders, most money. */
  readonly r: number | null;
  readonly f: number | null;
  readonly m: number | null;
  /** Mean of r, f and m. */
  readonly score: number | null;
  readonly recencyDays: number | null;
  /** Orders. */
  readonly frequency: number | null;
  /** Net, as it was scored. */
  readonly monetary: string | null;
  readonly currency: string;
  readonly orders: number;
  readonly purchaseDays: number;
  /** Pieces bought. */
  readonly items: number;
  readonly gross: string;
  readonly discount: string;
  readonly refunds: string;
  readonly net: string;
  /** Net an order; `null` without an order. */
  readonly averageOrderValue: string | null;
  /** Share of gross that was given back, 0 or more; `null` where nothing was bought. */
  readonly refundShare: number | null;
  /** ISO day of the book's zone. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** Median of the days between purchase days; `null` before the second. */
  readonly medianGapDays: number | null;
  /** What is known of the customer's buying, and why they have these scores. */
  readonly reasons: readonly Reason[];
  /** ISO instant at which time alone changes a score; `null` where other customers decide. */
  readonly nextChangeAt: string | null;
}

/** A day on which a customer bought or returned: ISO day, orders, net as decimal text. */
export type BookDay = readonly [day: string, orders: number, net: string];

/** A segment's size and money. */
export interface BookSegment {
  readonly segment: string;
  readonly customers: number;
  /** 0 to 1. */
  readonly customerShare: number;
  readonly net: string;
  /** 0 to 1; `null` where all customers together have no net revenue. */
  readonly revenueShare: number | null;
}

/** The customers of one recency score and one frequency score. */
export interface BookGridCell {
  readonly r: number;
  readonly f: number;
  readonly customers: number;
  readonly net: string;
}

/** A calendar month. */
export interface BookMonth {
  /** ISO day. */
  readonly start: string;
  readonly isComplete: boolean;
  readonly orders: number;
  /** Customers with an order in the month. */
  readonly customers: number;
  readonly net: string;
  /** Share of the month's customers with a second order by its end, 0 to 1; `null` in a month without orders. */
  readonly repeatRate: number | null;
}

/** The customers who first ordered in one period, and what share of them ordered again. */
export interface BookCohort {
  /** ISO day of the period's start. */
  readonly start: string;
  readonly customers: number;
  /** By periods since the first order, from 0: share of the cohort with an order, 0 to 1; `null` of nobody. */
  readonly retention: readonly (number | null)[];
  /** How many of those periods were over. */
  readonly completePeriods: number;
}

/** All that the page shows. */
export interface Book {
  readonly language: Language;
  /** The file's name. */
  readonly source: string;
  readonly currency: string;
  /** ISO 4217 minor digits. */
  readonly digits: number;
  readonly timeZone: string;
  /** ISO day that the book is as of. */
  readonly asOf: string;
  /** Whether that day was the last in the file, for want of another. */
  readonly asOfIsLastDay: boolean;
  readonly totals: {
    readonly customers: number;
    readonly orders: number;
    readonly gross: string;
    readonly refunds: string;
    readonly net: string;
    /** Share of customers with a second order, 0 to 1. */
    readonly repeatCustomerShare: number | null;
    /** Rows of the file, and those of them that the book is made of. */
    readonly rowsRead: number;
    readonly rowsUsed: number;
  };
  readonly segments: readonly BookSegment[];
  readonly grid: readonly BookGridCell[];
  readonly months: readonly BookMonth[];
  /** A file of more than two years is shown by quarters. */
  readonly cohortPeriod: "month" | "quarter";
  readonly cohorts: readonly BookCohort[];
  readonly customers: readonly BookCustomer[];
  /** Each customer's days, in the order of `customers`. */
  readonly histories: readonly (readonly BookDay[])[];
}
