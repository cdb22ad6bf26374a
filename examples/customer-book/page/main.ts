import type { Book } from "../book-data.js";
import { cohortTriangle } from "./cohort-triangle.js";
import { customerTable } from "./customer-table.js";
import { customerView } from "./customer-view.js";
import { element } from "./element.js";
import { heading } from "./heading.js";
import { keyFigures } from "./key-figures.js";
import { repeatByMonth, revenueByMonth } from "./month-charts.js";
import { rfmGrid } from "./rfm-grid.js";
import { segmentBars } from "./segment-bars.js";
import { pageStore } from "./state.js";
import { voiceOf } from "./voice.js";

const book = JSON.parse(document.getElementById("book")?.textContent ?? "") as Book;
const store = pageStore({
  language: book.language,
  theme: "auto",
  search: "",
  segment: "",
  sort: "net",
  ascending: false,
  tablePage: 0,
});
const dialog = element("dialog", { "aria-labelledby": "view-title" });
const page = element("div", { class: "page" });
document.body.append(page, dialog);

let openPlace: number | undefined;
dialog.addEventListener("close", () => {
  openPlace = undefined;
  dialog.replaceChildren();
});
dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});

function open(place: number): void {
  openPlace = place;
  const { language } = store.get();
  dialog.replaceChildren(
    customerView(book, place, voiceOf(language, book.currency, book.digits), () => dialog.close()),
  );
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
}

function draw(): void {
  const { language } = store.get();
  const voice = voiceOf(language, book.currency, book.digits);
  const { texts } = voice;
  const chosen = document.activeElement?.closest("fieldset")?.querySelector<HTMLInputElement>("input:checked")?.value;
  document.documentElement.lang = language;
  document.title = `${texts.title} · ${book.source}`;
  page.replaceChildren(
    heading(book, voice, store),
    element(
      "main",
      {},
      keyFigures(book, voice),
      element(
        "section",
        { class: "card who" },
        element("h2", {}, texts.who),
        element("div", { class: "pair" }, rfmGrid(book, voice), segmentBars(book, voice)),
      ),
      element(
        "section",
        { class: "card" },
        element("h2", {}, texts.when),
        element("div", { class: "pair" }, revenueByMonth(book, voice), repeatByMonth(book, voice)),
      ),
      element("section", { class: "card" }, element("h2", {}, texts.stay), cohortTriangle(book, voice)),
      customerTable(book, voice, store, open),
    ),
  );
  if (chosen !== undefined) page.querySelector<HTMLInputElement>(`input[type=radio][value="${chosen}"]`)?.focus();
  if (openPlace !== undefined) open(openPlace);
}

store.on(["language"], draw);
store.on(["theme"], () => {
  document.documentElement.dataset["theme"] = store.get().theme;
});
draw();
