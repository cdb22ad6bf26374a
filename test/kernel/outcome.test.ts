import { type Ok, type Refusal, RefusedError, unwrap } from "clientele/kernel";
import { describe, expect, expectTypeOf, it } from "vitest";

type Redemption = Ok<{ readonly points: number }> | Refusal<"EXPIRED" | "USAGE_LIMIT", { readonly limit?: number }>;
const accepted: Redemption = { ok: true, points: 5 };
const refused: Redemption = { ok: false, reason: "USAGE_LIMIT", limit: 3 };

describe("golden", () => {
  it("gives a good outcome back as it is", () => {
    const outcome = unwrap(accepted as Redemption);
    expect(outcome).toBe(accepted);
    expectTypeOf(outcome.points).toEqualTypeOf<number>();
  });

  it("is told apart by `ok`", () => {
    const outcome = refused as Redemption;
    if (!outcome.ok) expectTypeOf(outcome.reason).toEqualTypeOf<"EXPIRED" | "USAGE_LIMIT">();
    // @ts-expect-error a refusal has no points
    expect(outcome.points).toBeUndefined();
  });
});

describe("errors", () => {
  it("throws a refusal with its reason and all it said", () => {
    expect(() => unwrap(refused as Redemption)).toThrow(RefusedError);
    expect(() => unwrap(refused as Redemption)).toThrow(
      expect.objectContaining({ code: "REFUSED", reason: "USAGE_LIMIT", refusal: refused, name: "RefusedError" }),
    );
  });
});
