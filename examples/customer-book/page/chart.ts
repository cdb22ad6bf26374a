import { element } from "./element.js";

/** A chart in a frame: its title, what it shows, and the drawing. */
export interface ChartOptions {
  readonly title: string;
  readonly note: string;
  /** The chart in words, for those who do not see it. */
  readonly description: string;
  /** Draws at a width in CSS pixels. */
  readonly draw: (width: number) => Element;
  /** What stands under the drawing. */
  readonly legend?: Element | undefined;
  readonly level?: "h3" | "h4";
}

/** A figure that draws its chart at the width it has, and again when that changes. */
export function chart({ title, note, description, draw, legend, level = "h3" }: ChartOptions): HTMLElement {
  const drawing = element("div", { class: "drawing" });
  const figure = element(
    "figure",
    { class: "chart" },
    element("figcaption", {}, element(level, {}, title), note === "" ? null : element("p", { class: "note" }, note)),
    drawing,
    legend,
  );
  let drawnWidth = 0;
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    // Paper has its own width: the drawing scales to it by its viewBox.
    if (width === drawnWidth || width === 0 || matchMedia("print").matches) return;
    drawnWidth = width;
    const svg = draw(width);
    // Plot names its groups for those who hear them; in an image with a name of its own they are not to be heard.
    for (const group of svg.querySelectorAll("g[aria-label], g[aria-description]"))
      for (const name of ["aria-label", "aria-description"]) group.removeAttribute(name);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", `${title}. ${description}`);
    drawing.replaceChildren(svg);
  }).observe(drawing);
  return figure;
}

/** How a plot's text looks everywhere on the page. */
export const plotStyle = { fontFamily: "inherit", fontSize: "12px", background: "none", overflow: "visible" } as const;
