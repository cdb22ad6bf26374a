import * as Plot from "@observablehq/plot";
import type { Book } from "../book-data.js";
import { chart, plotStyle } from "./chart.js";
import { heatLegend, heatOf } from "./heat.js";
import type { Voice } from "./voice.js";

const rowHeight = 26;

/** What share of each cohort came back in each later period. */
export function cohortTriangle({ cohorts, cohortPeriod }: Book, voice: Voice): HTMLElement {
  const { texts } = voice;
  const name = ({ start }: { start: string }) => voice.period(start, cohortPeriod);
  const later = cohorts.flatMap((cohort) =>
    cohort.retention.flatMap((rate, offset) =>
      offset === 0 || rate === null ? [] : [{ ...cohort, offset, rate, isComplete: offset < cohort.completePeriods }],
    ),
  );
  const greatest = Math.max(...later.map(({ rate }) => rate), 0);
  const cells = later.map((cell) => ({ ...cell, ...heatOf(cell.rate, greatest) }));
  const periods = Math.max(...cohorts.map(({ retention }) => retention.length), 1);
  return chart({
    title: texts.triangle,
    note: `${cohortPeriod === "month" ? texts.triangleMonth : texts.triangleQuarter} ${texts.triangleNote}`,
    description: cohorts.map((cohort) => `${name(cohort)}: ${voice.count(cohort.customers)}`).join(", "),
    legend: heatLegend(voice.percent(0), voice.percent(greatest)),
    draw: (width) => {
      const isNarrow = width < 560;
      const marginLeft = isNarrow ? 52 : 116;
      const cellWidth = (width - marginLeft) / periods;
      const offsets = Array.from({ length: Math.max(periods - 1, 1) }, (_, i) => i + 1);
      return Plot.plot({
        width,
        height: cohorts.length * (isNarrow ? 20 : rowHeight) + 50,
        marginLeft,
        marginRight: 2,
        marginTop: 44,
        marginBottom: 2,
        style: plotStyle,
        x: {
          domain: offsets,
          axis: "top",
          label: cohortPeriod === "month" ? texts.afterMonths : texts.afterQuarters,
          labelAnchor: "center",
          labelArrow: "none",
          tickSize: 0,
          ticks: offsets.filter((offset) => cellWidth >= 20 || offset % 2 === 1),
          padding: 0.05,
        },
        y: { domain: cohorts.map(name), axis: null, padding: 0.08 },
        color: { type: "identity" },
        marks: [
          Plot.text(cohorts, {
            frameAnchor: "left",
            y: name,
            text: name,
            textAnchor: "start",
            dx: -marginLeft,
            fontSize: isNarrow ? 11 : 12,
            fill: "var(--ink)",
          }),
          Plot.text(isNarrow ? [] : cohorts, {
            frameAnchor: "left",
            y: name,
            text: ({ customers }) => voice.count(customers),
            textAnchor: "end",
            dx: -12,
            fill: "var(--ink-soft)",
          }),
          Plot.cell(cells, {
            x: "offset",
            y: name,
            fill: "fill",
            rx: 2,
            stroke: ({ isComplete }) => (isComplete ? "none" : "var(--ink-soft)"),
            strokeDasharray: "2,2",
          }),
          Plot.text(cellWidth < 17 ? [] : cells, {
            x: "offset",
            y: name,
            text: ({ rate }) => String(Math.round(rate * 100)),
            fill: "ink",
            fontSize: cellWidth < 26 ? 9.5 : 12,
          }),
          Plot.tip(
            cells,
            Plot.pointer({
              x: "offset",
              y: name,
              title: (cell) =>
                `${name(cell)} + ${cell.offset}\n${voice.percent(cell.rate, 1)}\n${texts.customers}: ${voice.count(cell.customers)}`,
            }),
          ),
        ],
      });
    },
  });
}
