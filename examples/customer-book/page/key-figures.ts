import type { Book } from "../book-data.js";
import { element } from "./element.js";
import type { Voice } from "./voice.js";

/** The shop in four numbers. */
export function keyFigures({ totals }: Book, voice: Voice): HTMLElement {
  const { texts } = voice;
  const average = totals.orders === 0 ? undefined : Number(totals.gross) / totals.orders;
  const figure = (name: string, value: string, exact: string, note: string) =>
    element(
      "div",
      { class: "figure" },
      element("dt", {}, name),
      element(
        "dd",
        {},
        element("data", { value: exact, class: "big" }, value),
        element("span", { class: "note" }, note),
      ),
    );
  const share = totals.repeatCustomerShare;
  return element(
    "section",
    { "aria-label": texts.keyFigures },
    element(
      "dl",
      { class: "figures" },
      figure(
        texts.netRevenue,
        voice.roundMoney(totals.net),
        totals.net,
        voice.say(texts.netNote, { amount: voice.roundMoney(totals.refunds) }),
      ),
      figure(
        texts.customers,
        voice.count(totals.customers),
        String(totals.customers),
        share === null ? "" : `${voice.percent(share, 1)} ${texts.repeatCustomersNote}`,
      ),
      figure(texts.orders, voice.count(totals.orders), String(totals.orders), rowsNote(totals, voice)),
      figure(
        texts.orderValue,
        average === undefined ? "–" : voice.money(average.toFixed(20)),
        String(average ?? ""),
        texts.orderValueNote,
      ),
    ),
  );
}

function rowsNote({ rowsRead, rowsUsed }: Book["totals"], voice: Voice): string {
  return voice.say(voice.texts.rows, { read: voice.count(rowsRead), used: voice.count(rowsUsed) });
}
