import type { BookCustomer } from "../book-data.js";
import { element } from "./element.js";

/** The three scores side by side, each on its colour of the scale. */
export function scoreChips({ r, f, m }: Pick<BookCustomer, "r" | "f" | "m">): HTMLElement {
  if (r === null || f === null || m === null) return element("span", {}, "–");
  const chip = (score: number) =>
    element("i", { style: `background:var(--heat-${score + 1});color:var(--heat-ink-${score + 1})` }, score);
  return element("span", { class: "chips" }, chip(r), chip(f), chip(m));
}
