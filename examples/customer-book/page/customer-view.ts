import type { Reason } from "clientele/words";
import type { Book, BookCustomer, BookDay } from "../book-data.js";
import { chart } from "./chart.js";
import { element } from "./element.js";
import { drawMoneyByMonth } from "./month-charts.js";
import type { Voice } from "./voice.js";

const latestDays = 8;

/** One customer as a whole: segment, scores with their reasons, what is known, and their months.
 * @param place - of the customer in the book
 * @param close - ends the view
 */
export function customerView(book: Book, place: number, voice: Voice, close: () => void): HTMLElement {
  const { texts } = voice;
  const customer = book.customers[place] as BookCustomer;
  const days = book.histories[place] ?? [];
  return element(
    "article",
    { class: "view", "data-customer": customer.customerId },
    element(
      "header",
      {},
      element(
        "div",
        {},
        element("h2", { id: "view-title" }, customer.name ?? customer.customerId),
        customer.name === null ? null : element("p", { class: "note" }, customer.customerId),
      ),
      element("button", { type: "button", class: "close", click: close }, texts.close),
    ),
    element(
      "p",
      { class: "lead" },
      element("span", { class: "badge" }, voice.segment(customer.segment)),
      element("data", { value: customer.net, class: "big" }, voice.money(customer.net)),
    ),
    scores(customer, voice, book.timeZone),
    facts(customer, voice),
    chart({
      level: "h3",
      title: texts.history,
      note: texts.historyNote,
      description: days.map(([day, , net]) => `${day}: ${net}`).join(", "),
      draw: (width) => drawMoneyByMonth(monthsOf(book, days), voice, width, 180),
    }),
    latest(days, voice),
  );
}

function scores(customer: BookCustomer, voice: Voice, timeZone: string): HTMLElement {
  const { texts } = voice;
  const { r, f, m, reasons, nextChangeAt } = customer;
  if (r === null || f === null || m === null) return element("p", {}, texts.noScores);
  const of = (start: string) => reasons.find(({ code }) => code.startsWith(start));
  return element(
    "section",
    {},
    element("h3", {}, texts.whyScores),
    element(
      "ul",
      { class: "scores" },
      score(texts.recency, r, of("RFM_RECENCY"), voice),
      score(texts.frequency, f, of("RFM_FREQUENCY") ?? of("RFM_PURCHASE"), voice),
      score(texts.monetary, m, of("RFM_MONETARY"), voice),
    ),
    ...sentences(
      reasons.filter(({ code }) => code === "RFM_SEGMENT"),
      voice,
    ),
    element(
      "p",
      { class: "note" },
      nextChangeAt === null
        ? texts.othersDecide
        : voice.say(texts.changesAt, { day: voice.localDay(nextChangeAt, timeZone) }),
    ),
  );
}

/** Reasons that stand for themselves, as paragraphs. */
function sentences(reasons: readonly Reason[], voice: Voice): readonly HTMLElement[] {
  return reasons.map((reason) => element("p", { "data-reason": reason.code }, voice.reason(reason)));
}

function score(name: string, value: number, reason: Reason | undefined, voice: Voice): HTMLElement {
  return element(
    "li",
    {},
    element("span", { class: "name" }, name),
    element(
      "span",
      { class: "meter", role: "img", "aria-label": voice.say(voice.texts.ofFive, { score: value }) },
      ...[1, 2, 3, 4, 5].map((step) => element("i", { class: step <= value ? "on" : "" })),
    ),
    element("data", { value: String(value), class: "value" }, value),
    reason === undefined
      ? null
      : element("span", { class: "reason", "data-reason": reason.code }, voice.reason(reason)),
  );
}

function facts(customer: BookCustomer, voice: Voice): HTMLElement {
  const { texts } = voice;
  const fact = (name: string, value: string, exact: string) =>
    element("div", {}, element("dt", {}, name), element("dd", {}, element("data", { value: exact }, value)));
  const day = (iso: string | null) => (iso === null ? "–" : voice.day(iso));
  const { firstDay, lastDay, orders, purchaseDays, items, refunds, averageOrderValue, medianGapDays } = customer;
  return element(
    "section",
    {},
    element("h3", {}, texts.facts),
    ...sentences(
      customer.reasons.filter(({ code }) => !code.startsWith("RFM_")),
      voice,
    ),
    element(
      "dl",
      { class: "facts" },
      fact(texts.firstOrder, day(firstDay), firstDay ?? ""),
      fact(texts.lastOrder, day(lastDay), lastDay ?? ""),
      fact(texts.orders, voice.count(orders), String(orders)),
      fact(texts.purchaseDays, voice.count(purchaseDays), String(purchaseDays)),
      fact(texts.pieces, voice.count(items), String(items)),
      fact(
        texts.orderValue,
        averageOrderValue === null ? "–" : voice.money(averageOrderValue),
        averageOrderValue ?? "",
      ),
      fact(
        texts.gap,
        medianGapDays === null ? "–" : voice.say(texts.days, { days: voice.count(Math.round(medianGapDays)) }),
        String(medianGapDays ?? ""),
      ),
      fact(texts.returns, voice.money(refunds), refunds),
    ),
  );
}

function latest(days: readonly BookDay[], voice: Voice): HTMLElement {
  const { texts } = voice;
  return element(
    "section",
    {},
    element("h3", {}, texts.latestDays),
    element(
      "table",
      { class: "days" },
      element("caption", { class: "unseen" }, texts.latestDays),
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          element("th", { scope: "col" }, texts.day),
          element("th", { scope: "col", class: "number" }, texts.orders),
          element("th", { scope: "col", class: "number" }, texts.netRevenue),
        ),
      ),
      element(
        "tbody",
        {},
        ...days
          .slice(-latestDays)
          .reverse()
          .map(([day, orders, net]) =>
            element(
              "tr",
              {},
              element("td", {}, voice.day(day)),
              element("td", { class: "number" }, voice.count(orders)),
              element("td", { class: "number" }, element("data", { value: net }, voice.money(net))),
            ),
          ),
      ),
    ),
  );
}

/** The shop's months with this customer's net in each: for drawing only, exact sums are in the facts. */
function monthsOf({ months, digits }: Book, days: readonly BookDay[]) {
  return months.map(({ start, isComplete }) => {
    const inMonth = days.filter(([day]) => day.slice(0, 7) === start.slice(0, 7));
    const minor = inMonth.reduce((sum, [, , net]) => sum + Math.round(Number(net) * 10 ** digits), 0);
    return { start, isComplete, net: (minor / 10 ** digits).toFixed(digits) };
  });
}
