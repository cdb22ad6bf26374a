/** A machine-readable reason: a stable code in UPPER_SNAKE and the values it speaks of. */
export interface Reason {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** The texts of one language, as data. */
export interface Words {
  /** BCP 47, such as `zh-CN`. */
  readonly locale: string;
  /** Texts by reason code. `{name}` stands for a value, `{name|one|many}` for the word that goes with its number, and
   * `{name@labels}` for the label of a value that is an id. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Names of things by their id: segments, and what later rooms name. */
  readonly labels: Readonly<Record<string, string>>;
}

/** A reason as a sentence of a language.
 * @param reason - what a calculator gave
 * @param words - a language, such as `en` of `clientele/words/en`
 * @returns the sentence; the bare code where the language has no text for it
 * @example
 * ```ts
 * import { phrase } from "clientele/words";
 * import { en } from "clientele/words/en";
 * const text = phrase({ code: "RFM_RECENCY", values: { days: 1, score: 5, levels: 5 } }, en);
 * if (text !== "Last bought 1 day ago: recency 5 of 5.") throw new Error(text);
 * ```
 */
export function phrase(reason: Reason, words: Words): string {
  const template = own(words.reasons, reason.code);
  if (template === undefined) return reason.code;
  return template.replace(/\{([\w-]+)(?:\|([^|{}]*)\|([^|{}]*)|(@)labels)?\}/g, (_, name, one, many, isLabel) => {
    const value = own(reason.values, name) ?? "";
    if (isLabel !== undefined) return label(String(value), words);
    if (one === undefined) return String(value);
    return Number(value) === 1 ? one : many;
  });
}

/** The name of an id in a language; the id itself where the language does not name it.
 * @param id - lower-kebab, such as `cannot-lose-them`
 */
export function label(id: string, words: Words): string {
  return own(words.labels, id) ?? id;
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
