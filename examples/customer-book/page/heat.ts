import { element } from "./element.js";

const steps = 7;

/** A colour of the sequential scale and the ink that is read on it, as CSS variables: they follow the theme and paper. */
export interface Heat {
  readonly fill: string;
  readonly ink: string;
}

/** The step of a value on the scale from nothing to the greatest, by its square root, so that small ones differ too.
 * @param value - 0 to `greatest`
 */
export function heatOf(value: number, greatest: number): Heat {
  const part = greatest <= 0 ? 0 : Math.sqrt(Math.max(value, 0) / greatest);
  const step = Math.min(steps, Math.floor(part * steps) + 1);
  return { fill: `var(--heat-${step})`, ink: `var(--heat-ink-${step})` };
}

/** The scale as a strip from its least to its greatest. */
export function heatLegend(least: string, greatest: string): HTMLElement {
  return element(
    "div",
    { class: "heat-legend" },
    element("span", {}, least),
    ...Array.from({ length: steps }, (_, i) => element("i", { style: `background:var(--heat-${i + 1})` })),
    element("span", {}, greatest),
  );
}
