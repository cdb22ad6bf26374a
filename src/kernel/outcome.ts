import { CrmError } from "./errors.js";

/** The good answer of a function whose refusal the business expects. */
export type Ok<T extends object> = { readonly ok: true } & T;

/** An expected refusal: not an error, but an answer, with its reason in UPPER_SNAKE. */
export type Refusal<R extends string, D extends object = object> = { readonly ok: false; readonly reason: R } & D;

/** `REFUSED`: {@link unwrap} met a refusal; `reason` is the refusal's own. */
export class RefusedError extends CrmError {
  override readonly name = "RefusedError";
  readonly code = "REFUSED";
  /** The reason of the refusal. */
  readonly reason: string;
  /** The whole refusal as it was returned. */
  readonly refusal: Refusal<string>;

  constructor(refusal: Refusal<string>) {
    super({ expected: `an accepted outcome, was refused with ${refusal.reason}` });
    this.reason = refusal.reason;
    this.refusal = refusal;
  }
}

/** The good answer, or a throw where it was refused: for callers to whom a refusal is a mistake.
 * @param outcome - what a function returned
 * @returns the outcome itself, known to be `ok`
 * @throws When it was refused: {@link RefusedError}.
 * @example
 * ```ts
 * import { unwrap } from "clientele/kernel";
 * const outcome = { ok: true, points: 5 } as const;
 * if (unwrap(outcome).points !== 5) throw new Error("lost");
 * ```
 */
export function unwrap<O extends { readonly ok: true } | Refusal<string>>(outcome: O): Extract<O, { ok: true }> {
  if (!outcome.ok) throw new RefusedError(outcome);
  return outcome as Extract<O, { ok: true }>;
}
