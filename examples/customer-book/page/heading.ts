import type { Book } from "../book-data.js";
import { element } from "./element.js";
import type { PageStore, Theme } from "./state.js";
import type { Voice } from "./voice.js";

/** The page's title, what it is as of, and the switches of language and colours. */
export function heading(book: Book, voice: Voice, store: PageStore): HTMLElement {
  const { texts } = voice;
  const asOf = voice.say(book.asOfIsLastDay ? texts.asOfLastDay : texts.asOf, { day: voice.day(book.asOf) });
  return element(
    "header",
    { class: "heading" },
    element(
      "div",
      {},
      element("h1", {}, texts.title),
      element(
        "p",
        { class: "note" },
        element("span", { class: "source" }, book.source),
        ` · ${asOf} · ${book.timeZone}`,
      ),
    ),
    element(
      "div",
      { class: "switches" },
      choice(
        texts.language,
        [
          ["en", "English"],
          ["zh-CN", "中文"],
        ],
        voice.language,
        (language) => store.set({ language }),
      ),
      choice<Theme>(
        texts.theme,
        [
          ["auto", texts.themeAuto],
          ["light", texts.themeLight],
          ["dark", texts.themeDark],
        ],
        store.get().theme,
        (theme) => store.set({ theme }),
      ),
    ),
  );
}

function choice<T extends string>(
  name: string,
  options: readonly (readonly [value: T, text: string])[],
  chosen: T,
  choose: (value: T) => void,
): HTMLElement {
  return element(
    "fieldset",
    { class: "choice" },
    element("legend", { class: "unseen" }, name),
    ...options.map(([value, text]) =>
      element(
        "label",
        value === "zh-CN" || value === "en" ? { lang: value } : {},
        element("input", { type: "radio", name, value, checked: value === chosen, change: () => choose(value) }),
        element("span", {}, text),
      ),
    ),
  );
}
