import type { Book, BookCustomer } from "../book-data.js";
import { chosenCustomers } from "./customer-order.js";
import { element } from "./element.js";
import { scoreChips } from "./score-chips.js";
import type { PageStore, SortKey } from "./state.js";
import type { PageTexts } from "./texts.data.js";
import type { Voice } from "./voice.js";

const pageSize = 25;

interface Column {
  readonly key: SortKey;
  readonly title: (texts: PageTexts) => string;
  /** Columns that a phone has no room for; the customer's own view has them all. */
  readonly isWide?: boolean;
  readonly isNumber?: boolean;
  /** Whether a first click sorts from the least. */
  readonly startsUp?: boolean;
}

const columns: readonly Column[] = [
  { key: "customer", title: (texts) => texts.customer, startsUp: true },
  { key: "segment", title: (texts) => texts.segment, isWide: true, startsUp: true },
  { key: "scores", title: (texts) => texts.scores },
  { key: "last", title: (texts) => texts.lastOrder, isWide: true, isNumber: true },
  { key: "orders", title: (texts) => texts.orders, isWide: true, isNumber: true },
  { key: "net", title: (texts) => texts.netRevenue, isNumber: true },
];

/** Every customer, a page at a time: searched, narrowed to a segment, sorted by any column.
 * @param open - shows the customer at a place in the book
 */
export function customerTable(book: Book, voice: Voice, store: PageStore, open: (place: number) => void): HTMLElement {
  const { texts } = voice;
  const count = element("p", { class: "note", role: "status" });
  const holder = element("div", { class: "table" });
  const turn = (by: number) => store.set({ tablePage: store.get().tablePage + by });
  const previous = element("button", { type: "button", click: () => turn(-1) }, texts.previous);
  const next = element("button", { type: "button", click: () => turn(1) }, texts.next);

  const show = () => {
    const state = store.get();
    const places = chosenCustomers(book, state);
    const from = state.tablePage * pageSize;
    const shown = places.slice(from, from + pageSize);
    count.textContent =
      places.length === 0
        ? texts.noneFound
        : voice.say(texts.shown, {
            from: voice.count(from + 1),
            to: voice.count(from + shown.length),
            all: voice.count(places.length),
          });
    previous.disabled = from === 0;
    next.disabled = from + pageSize >= places.length;
    const focused = holder.querySelector<HTMLElement>(":focus")?.dataset["sort"];
    holder.replaceChildren(table(book, shown, voice, store, open));
    if (focused !== undefined) holder.querySelector<HTMLElement>(`[data-sort="${focused}"]`)?.focus();
  };
  store.on(["search", "segment", "sort", "ascending", "tablePage"], () => holder.isConnected && show());
  show();

  return element(
    "section",
    { class: "card customers" },
    element("h2", {}, texts.everyone),
    element("div", { class: "controls" }, searchField(voice, store), segmentField(book, voice, store)),
    holder,
    element("div", { class: "pages" }, count, element("div", { class: "turn" }, previous, next)),
    element("p", { class: "note only-print" }, texts.printed),
  );
}

function searchField({ texts }: Voice, store: PageStore): HTMLElement {
  const input = element("input", {
    type: "search",
    placeholder: texts.searchHint,
    value: store.get().search,
    autocomplete: "off",
    input: () => store.set({ search: input.value, tablePage: 0 }),
  });
  return element("label", {}, element("span", {}, texts.search), input);
}

function segmentField(book: Book, voice: Voice, store: PageStore): HTMLElement {
  const ids = book.segments.filter(({ customers }) => customers > 0).map(({ segment }) => segment);
  const hasUnscored = book.customers.some(({ segment }) => segment === null);
  const chosen = store.get().segment;
  const option = (value: string, text: string) => element("option", { value, selected: value === chosen }, text);
  const select = element(
    "select",
    { change: () => store.set({ segment: select.value, tablePage: 0 }) },
    option("", voice.texts.anySegment),
    ...ids.map((id) => option(id, voice.segment(id))),
    hasUnscored ? option("none", voice.segment(null)) : null,
  );
  return element("label", {}, element("span", {}, voice.texts.segment), select);
}

function table(
  book: Book,
  places: readonly number[],
  voice: Voice,
  store: PageStore,
  open: (place: number) => void,
): HTMLElement {
  return element(
    "table",
    {},
    element("caption", { class: "unseen" }, voice.texts.everyone),
    element("thead", {}, element("tr", {}, ...columns.map((column) => headerCell(column, voice, store)))),
    element(
      "tbody",
      {},
      ...places.map((place) => {
        const customer = book.customers[place] as BookCustomer;
        return row(customer, voice, () => open(place));
      }),
    ),
  );
}

function headerCell({ key, title, isWide, isNumber, startsUp }: Column, voice: Voice, store: PageStore): HTMLElement {
  const { sort, ascending } = store.get();
  const isSorted = sort === key;
  const click = () => store.set({ sort: key, ascending: isSorted ? !ascending : startsUp === true, tablePage: 0 });
  const name = title(voice.texts);
  const arrow = element("span", { class: "arrow", "aria-hidden": "true" }, isSorted ? (ascending ? "↑" : "↓") : "");
  return element(
    "th",
    {
      scope: "col",
      class: cellClass(isWide, isNumber),
      "aria-sort": isSorted ? (ascending ? "ascending" : "descending") : undefined,
    },
    element(
      "button",
      { type: "button", "data-sort": key, title: voice.say(voice.texts.sortBy, { column: name }), click },
      ...(isNumber === true ? [arrow, name] : [name, arrow]),
    ),
  );
}

function row(customer: BookCustomer, voice: Voice, open: () => void): HTMLElement {
  const { customerId, name, segment, recencyDays, lastDay, orders, net } = customer;
  return element(
    "tr",
    { "data-customer": customerId },
    element(
      "th",
      { scope: "row" },
      element("button", { type: "button", class: "link", click: open }, name ?? customerId),
      name === null ? null : element("span", { class: "note id" }, customerId),
    ),
    element("td", { class: "wide" }, voice.segment(segment)),
    element("td", {}, scoreChips(customer)),
    element(
      "td",
      { class: "wide number" },
      recencyDays === null
        ? "–"
        : element(
            "data",
            { value: String(recencyDays), title: voice.day(lastDay as string) },
            voice.say(voice.texts.daysAgo, { days: voice.count(recencyDays) }),
          ),
    ),
    element("td", { class: "wide number" }, element("data", { value: String(orders) }, voice.count(orders))),
    element("td", { class: "number" }, element("data", { value: net }, voice.money(net))),
  );
}

function cellClass(isWide: boolean | undefined, isNumber: boolean | undefined): string {
  return [isWide ? "wide" : "", isNumber ? "number" : ""].join(" ").trim();
}
