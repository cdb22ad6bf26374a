import { majorText } from "../kernel/index.js";
import type { Reason } from "../words/index.js";
import type { MeasureOptions } from "./measures.js";
import type { RfmColumns } from "./rfm.js";

/** What a reason needs beside the scores. */
export interface RowContext {
  readonly segment: string;
  readonly cell: string;
  readonly levels: number;
  readonly digits: number;
  readonly currency: string;
}

/** Why a customer has these scores: a reason a measure, and one for the segment. */
export function reasonsOf(
  columns: RfmColumns,
  place: number,
  { segment, cell, levels, digits, currency }: RowContext,
  { frequency, monetary }: MeasureOptions,
): readonly Reason[] {
  const count = columns.frequency[place]!;
  const amount = majorText(columns.monetary[place]!, digits);
  return [
    { code: "RFM_RECENCY", values: { days: columns.recencyDays[place]!, score: columns.r[place]!, levels } },
    {
      code: frequency === "purchase-days" ? "RFM_PURCHASE_DAYS" : "RFM_FREQUENCY",
      values: { count, score: columns.f[place]!, levels },
    },
    {
      code: MONETARY_REASONS[monetary ?? "net"],
      values: { amount, currency, score: columns.m[place]!, levels },
    },
    { code: "RFM_SEGMENT", values: { cell, segment } },
  ];
}

const MONETARY_REASONS = { net: "RFM_MONETARY", gross: "RFM_MONETARY_GROSS", "net-per-order": "RFM_MONETARY_MEAN" };
