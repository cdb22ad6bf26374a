import * as Plot from "@observablehq/plot";
import type { Book } from "../book-data.js";
import { chart, plotStyle } from "./chart.js";
import { heatLegend, heatOf } from "./heat.js";
import type { Voice } from "./voice.js";

/** Customers by recency and frequency score as a heat map. */
export function rfmGrid({ grid, totals }: Book, voice: Voice): HTMLElement {
  const { texts } = voice;
  const greatest = Math.max(...grid.map(({ customers }) => customers), 0);
  const cells = grid.map((cell) => ({ ...cell, ...heatOf(cell.customers, greatest) }));
  const best = grid.find(({ r, f }) => r === 5 && f === 5);
  return chart({
    title: texts.grid,
    note: texts.gridNote,
    description: `R 5, F 5: ${voice.count(best?.customers ?? 0)} / ${voice.count(totals.customers)}`,
    legend: heatLegend(texts.fewer, texts.more),
    draw: (width) =>
      Plot.plot({
        width,
        height: Math.min(Math.round(width * 0.92), 500),
        marginLeft: 34,
        marginRight: 2,
        marginTop: 24,
        marginBottom: 40,
        style: plotStyle,
        x: {
          domain: [1, 2, 3, 4, 5],
          label: texts.recencyAxis,
          labelAnchor: "center",
          labelArrow: "none",
          tickSize: 0,
          padding: 0.04,
        },
        y: {
          domain: [5, 4, 3, 2, 1],
          label: texts.frequencyAxis,
          labelAnchor: "top",
          labelArrow: "none",
          tickSize: 0,
          padding: 0.04,
        },
        marks: [
          Plot.cell(cells, { x: "r", y: "f", fill: "fill", rx: 4 }),
          Plot.text(cells, {
            x: "r",
            y: "f",
            text: ({ customers }) => voice.count(customers),
            fill: "ink",
            fillOpacity: ({ customers }) => (customers === 0 ? 0.6 : 1),
            fontSize: 14,
            fontWeight: 600,
          }),
          Plot.tip(
            cells,
            Plot.pointer({
              x: "r",
              y: "f",
              title: ({ r, f, customers, net }) =>
                `R ${r} · F ${f}\n${texts.customers}: ${voice.count(customers)}\n${texts.netRevenue}: ${voice.money(net)}`,
            }),
          ),
        ],
        color: { type: "identity" },
      }),
  });
}
