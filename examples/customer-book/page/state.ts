import type { Language } from "../language.js";

/** The colours chosen: those of the system, or always one of the two. */
export type Theme = "auto" | "light" | "dark";

/** What the customers' table may be sorted by. */
export type SortKey = "customer" | "segment" | "scores" | "last" | "orders" | "net";

/** What the reader has chosen. */
export interface PageState {
  readonly language: Language;
  readonly theme: Theme;
  readonly search: string;
  /** Id of the only segment shown; `""` for all. */
  readonly segment: string;
  readonly sort: SortKey;
  readonly ascending: boolean;
  /** Page of the table, from 0. */
  readonly tablePage: number;
}

/** What the reader has chosen, and who wants to know of it. */
export interface PageStore {
  get(): PageState;
  set(change: Partial<PageState>): void;
  /** Calls back after each change that touches one of these choices. */
  on(keys: readonly (keyof PageState)[], changed: () => void): void;
}

/** A store that starts with these choices. */
export function pageStore(initial: PageState): PageStore {
  let state = initial;
  const listeners: { readonly keys: readonly (keyof PageState)[]; readonly changed: () => void }[] = [];
  return {
    get: () => state,
    set(change) {
      const before = state;
      state = { ...state, ...change };
      for (const { keys, changed } of listeners) if (keys.some((key) => state[key] !== before[key])) changed();
    },
    on: (keys, changed) => listeners.push({ keys, changed }),
  };
}
