import * as Plot from "@observablehq/plot";
import type { Book } from "../book-data.js";
import { chart, plotStyle } from "./chart.js";
import { element } from "./element.js";
import type { Voice } from "./voice.js";

/** Pixels of a segment's row: its name, then two bars. */
const rowHeight = 49;
const nameHeight = 21;
const barHeight = 10;

/** Each segment's number of customers, and its shares of customers and of revenue as two bars. */
export function segmentBars({ segments }: Book, voice: Voice): HTMLElement {
  const { texts } = voice;
  const widest = Math.max(...segments.map((s) => Math.max(s.customerShare, s.revenueShare ?? 0)), 0.01);
  const name = (s: { segment: string }) => voice.segment(s.segment);
  const key = (css: string, text: string) => element("span", {}, element("i", { class: css }), text);
  return chart({
    title: texts.segments,
    note: texts.segmentsNote,
    description: segments.map((s) => `${name(s)}: ${voice.count(s.customers)}`).join(", "),
    legend: element(
      "div",
      { class: "key" },
      key("swatch share-customers", texts.shareOfCustomers),
      key("swatch share-revenue", texts.shareOfRevenue),
    ),
    draw: (width) =>
      Plot.plot({
        width,
        height: segments.length * rowHeight + 4,
        marginLeft: 0,
        marginRight: 46,
        marginTop: 4,
        marginBottom: 0,
        style: plotStyle,
        x: { domain: [0, widest], axis: null },
        y: { domain: segments.map(name), axis: null, padding: 0 },
        marks: [
          ...(["customerShare", "revenueShare"] as const).map((share, i) => {
            const top = nameHeight + i * (barHeight + 1);
            return [
              Plot.barX(segments, {
                x1: 0,
                x2: (s) => Math.max(s[share] ?? 0, 0),
                y: name,
                insetTop: top,
                insetBottom: rowHeight - top - barHeight,
                fill: i === 0 ? "var(--share-customers)" : "var(--share-revenue)",
                rx2: 2,
              }),
              Plot.text(segments, {
                x: (s) => Math.max(s[share] ?? 0, 0),
                y: name,
                text: (s) => (s[share] === null ? "" : voice.percent(s[share], 1)),
                dx: 5,
                dy: top + barHeight / 2 - rowHeight / 2,
                textAnchor: "start",
                fontSize: 11,
                fill: "var(--ink-soft)",
              }),
            ];
          }),
          Plot.text(segments, {
            x: 0,
            y: name,
            text: name,
            textAnchor: "start",
            dy: nameHeight / 2 - rowHeight / 2 - 1,
            fontWeight: 600,
            fontSize: 12.5,
            fill: "var(--ink)",
          }),
          Plot.text(segments, {
            frameAnchor: "right",
            y: name,
            text: (s) => voice.count(s.customers),
            textAnchor: "end",
            dx: 46,
            dy: nameHeight / 2 - rowHeight / 2 - 1,
            fontSize: 12.5,
            fill: "var(--ink)",
          }),
          Plot.tip(
            segments,
            Plot.pointerY({
              x: (s) => Math.max(s.customerShare, s.revenueShare ?? 0),
              y: name,
              title: (s) =>
                `${name(s)}\n${texts.customers}: ${voice.count(s.customers)}\n${texts.netRevenue}: ${voice.money(s.net)}`,
            }),
          ),
        ],
      }),
  });
}
