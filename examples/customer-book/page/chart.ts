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

/** What A4 has room for beside its margins, in CSS pixels; the drawing scales to the paper by its viewBox. */
const wholeOfPaper = 640;
const halfOfPaper = 320;

/** A figure that draws its chart at the width it has, again when that changes, and once for paper. */
export function chart({ title, note, description, draw, legend, level = "h3" }: ChartOptions): HTMLElement {
  const drawing = element("div", { class: "drawing" });
  const figure = element(
    "figure",
    { class: "chart" },
    element("figcaption", {}, element(level, {}, title), note === "" ? null : element("p", { class: "note" }, note)),
    drawing,
    legend,
  );
  const show = (width: number) => {
    const svg = draw(width);
    // Plot names its groups for those who hear them; in an image with a name of its own they are not to be heard.
    for (const group of svg.querySelectorAll("g[aria-label], g[aria-description]"))
      for (const name of ["aria-label", "aria-description"]) group.removeAttribute(name);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", `${title}. ${description}`);
    drawing.replaceChildren(svg);
  };
  let screenWidth = 0;
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (width === screenWidth || width === 0 || matchMedia("print").matches) return;
    screenWidth = width;
    show(width);
  }).observe(drawing);
  addEventListener(
    "beforeprint",
    () => figure.isConnected && show(figure.closest(".pair") ? halfOfPaper : wholeOfPaper),
  );
  addEventListener("afterprint", () => figure.isConnected && show(screenWidth));
  return figure;
}

/** How a plot's text looks everywhere on the page. */
export const plotStyle = { fontFamily: "inherit", fontSize: "12px", background: "none", overflow: "visible" } as const;
