import * as Plot from "@observablehq/plot";
import type { Book, BookMonth } from "../book-data.js";
import { chart, plotStyle } from "./chart.js";
import type { Voice } from "./voice.js";

const height = 220;

/** Net revenue by month as bars. */
export function revenueByMonth({ months }: Book, voice: Voice): HTMLElement {
  const { texts } = voice;
  return chart({
    title: texts.revenueByMonth,
    note: noteFor(texts.revenueByMonthNote, months, voice),
    description: months.map(({ start, net }) => `${start.slice(0, 7)}: ${voice.roundMoney(net)}`).join(", "),
    draw: (width) => drawMoneyByMonth(months, voice, width, height),
  });
}

/** Money by month as bars, for the whole shop or one customer. */
export function drawMoneyByMonth(
  months: readonly Pick<BookMonth, "start" | "isComplete" | "net">[],
  voice: Voice,
  width: number,
  chartHeight: number,
): Element {
  return Plot.plot({
    ...frame(months, voice, width, chartHeight),
    y: {
      label: null,
      tickSize: 0,
      ticks: 4,
      tickFormat: (value: number) => voice.shortMoney(value),
      nice: true,
      zero: true,
    },
    marks: [
      Plot.gridY({ ticks: 4, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.barY(months, {
        x: "start",
        y: ({ net }) => Number(net),
        fill: "var(--accent)",
        fillOpacity: ({ isComplete }) => (isComplete ? 1 : 0.45),
        inset: 0.5,
        ry2: 2,
      }),
      Plot.ruleY([0], { stroke: "var(--ink-soft)" }),
      Plot.tip(
        months,
        Plot.pointerX({
          x: "start",
          y: ({ net }) => Number(net),
          title: ({ start, net }) => `${voice.month(start)}\n${voice.money(net)}`,
        }),
      ),
    ],
  });
}

/** The share of returning customers by month as a line. */
export function repeatByMonth({ months }: Book, voice: Voice): HTMLElement {
  const { texts } = voice;
  const rate = ({ repeatRate }: BookMonth) => repeatRate ?? Number.NaN;
  return chart({
    title: texts.repeatByMonth,
    note: noteFor(texts.repeatByMonthNote, months, voice),
    description: months
      .map(({ start, repeatRate }) => `${start.slice(0, 7)}: ${repeatRate === null ? "–" : voice.percent(repeatRate)}`)
      .join(", "),
    draw: (width) =>
      Plot.plot({
        ...frame(months, voice, width, height),
        y: { label: null, tickSize: 0, domain: [0, 1], ticks: 4, tickFormat: (value: number) => voice.percent(value) },
        marks: [
          Plot.gridY({ ticks: 4, stroke: "var(--line)", strokeOpacity: 1 }),
          Plot.lineY(months, { x: "start", y: rate, stroke: "var(--share-revenue)", strokeWidth: 2.25 }),
          Plot.dot(months, {
            x: "start",
            y: rate,
            r: width < 480 ? 2.5 : 3.5,
            fill: ({ isComplete }) => (isComplete ? "var(--share-revenue)" : "var(--card)"),
            stroke: "var(--share-revenue)",
            strokeWidth: 1.5,
          }),
          Plot.ruleY([0], { stroke: "var(--ink-soft)" }),
          Plot.tip(
            months,
            Plot.pointerX({
              x: "start",
              y: rate,
              title: (month) =>
                `${voice.month(month.start)}\n${voice.percent(rate(month), 1)}\n${texts.customers}: ${voice.count(month.customers)}`,
            }),
          ),
        ],
      }),
  });
}

function frame(months: readonly { start: string }[], voice: Voice, width: number, chartHeight: number) {
  const every = Math.max(1, Math.ceil((months.length * 50) / Math.max(width - 52, 1)));
  return {
    width,
    height: chartHeight,
    marginLeft: 46,
    marginRight: 4,
    marginTop: 10,
    marginBottom: 24,
    style: plotStyle,
    x: {
      type: "band",
      domain: months.map(({ start }) => start),
      label: null,
      padding: 0.18,
      tickSize: 0,
      ticks: months.filter((_, i) => i % every === 0).map(({ start }) => start),
      tickFormat: (start: string) => voice.month(start),
    },
  } as const;
}

function noteFor(text: string, months: readonly BookMonth[], { texts }: Voice): string {
  return months.every(({ isComplete }) => isComplete) ? text : `${text} ${texts.incomplete}`;
}
