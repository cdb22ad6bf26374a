import { label, phrase, type Reason, type Words } from "clientele/words";
import { en as enWords } from "clientele/words/en";
import { zhCN as zhCNWords } from "clientele/words/zh-CN";
import type { Language } from "../language.js";
import { en, type PageTexts, zhCN } from "./texts.data.js";

/** How the page speaks in one language. */
export interface Voice {
  readonly language: Language;
  readonly texts: PageTexts;
  /** A text with its values filled in. */
  say(text: string, values: Readonly<Record<string, string | number>>): string;
  /** The name of a segment. */
  segment(id: string | null): string;
  /** A reason as a sentence. */
  reason(reason: Reason): string;
  count(value: number): string;
  /** An amount with its currency, every minor digit shown. */
  money(amount: string): string;
  /** An amount without minor digits, for headings and charts. */
  roundMoney(amount: string | number): string;
  /** An amount in few letters, for an axis. */
  shortMoney(amount: number): string;
  percent(share: number, digits?: number): string;
  /** An ISO day as people write it. */
  day(iso: string): string;
  /** The local day of an ISO instant. */
  localDay(instant: string, timeZone: string): string;
  /** An ISO day's month, short. */
  month(iso: string): string;
  /** An ISO day's month or quarter in few letters: `2011-03`, `2011 Q1`. */
  period(iso: string, period: "month" | "quarter"): string;
}

const pages: Readonly<Record<Language, { readonly texts: PageTexts; readonly words: Words }>> = {
  en: { texts: en, words: enWords },
  "zh-CN": { texts: zhCN, words: zhCNWords },
};

/** The voice of a language.
 * @param currency - ISO 4217 code of all amounts
 * @param digits - its minor digits
 */
export function voiceOf(language: Language, currency: string, digits: number): Voice {
  const { texts, words } = pages[language];
  const count = new Intl.NumberFormat(language);
  const style = { style: "currency", currency, currencyDisplay: "narrowSymbol" } as const;
  const exact = new Intl.NumberFormat(language, {
    ...style,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const round = new Intl.NumberFormat(language, { ...style, maximumFractionDigits: 0 });
  const short = new Intl.NumberFormat(language, { ...style, notation: "compact", maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
  const month = new Intl.DateTimeFormat(language, { month: "short", year: "2-digit", timeZone: "UTC" });
  return {
    language,
    texts,
    say: (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? "")),
    segment: (id) => (id === null ? texts.noOrder : label(id, words)),
    reason: (reason) => phrase(reason, words),
    count: (value) => count.format(value),
    money: (amount) => exact.format(amount as Intl.StringNumericLiteral),
    roundMoney: (amount) => round.format(amount as Intl.StringNumericLiteral),
    shortMoney: (amount) => short.format(amount),
    percent: (share, places = 0) =>
      new Intl.NumberFormat(language, {
        style: "percent",
        minimumFractionDigits: places,
        maximumFractionDigits: places,
      }).format(share),
    day: (iso) => day.format(new Date(iso)),
    localDay: (instant, timeZone) =>
      new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone }).format(new Date(instant)),
    month: (iso) => month.format(new Date(iso)),
    period: (iso, period) =>
      period === "month" ? iso.slice(0, 7) : `${iso.slice(0, 4)} Q${Math.ceil(Number(iso.slice(5, 7)) / 3)}`,
  };
}
