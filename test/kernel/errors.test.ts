import * as kernel from "clientele/kernel";
import { type CrmErrorDetails, formatPath, isCrmError } from "clientele/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../arbitraries/runs.js";

/** Codes are stable: callers branch on them. */
const errors = [
  { Of: kernel.AmountOutOfRangeError, name: "AmountOutOfRangeError", code: "AMOUNT_OUT_OF_RANGE" },
  { Of: kernel.CurrencyMismatchError, name: "CurrencyMismatchError", code: "CURRENCY_MISMATCH" },
  { Of: kernel.InvalidAmountError, name: "InvalidAmountError", code: "INVALID_AMOUNT" },
  { Of: kernel.InvalidInputError, name: "InvalidInputError", code: "INVALID_INPUT" },
  { Of: kernel.InvalidInstantError, name: "InvalidInstantError", code: "INVALID_INSTANT" },
  { Of: kernel.InvalidOptionError, name: "InvalidOptionError", code: "INVALID_OPTION" },
  { Of: kernel.TimeZoneError, name: "TimeZoneError", code: "UNKNOWN_TIME_ZONE" },
  { Of: kernel.TimeZoneMismatchError, name: "TimeZoneMismatchError", code: "TIME_ZONE_MISMATCH" },
  { Of: kernel.UnknownCurrencyError, name: "UnknownCurrencyError", code: "UNKNOWN_CURRENCY" },
  { Of: kernel.UnknownVersionError, name: "UnknownVersionError", code: "UNKNOWN_VERSION" },
] as const;

describe("golden", () => {
  it.each(errors)("$name has its code, its name, its path and what was expected", ({ Of, name, code }) => {
    const cause = new Error("the driver's");
    const error = new Of({ path: ["orders", 3, "amount"], expected: "a finite decimal", cause });
    expect(error).toMatchObject({
      code,
      name,
      path: ["orders", 3, "amount"],
      expected: "a finite decimal",
      cause,
    });
    expect(error.message).toBe("At orders[3].amount: expected a finite decimal.");
    expect(error).toBeInstanceOf(kernel.CrmError);
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toBe(`${name}: ${error.message}`);
  });

  it("needs no path and no cause", () => {
    const error = new kernel.InvalidOptionError({ expected: "one of two" });
    expect([error.path, error.message, "cause" in error]).toEqual([[], "Expected one of two.", false]);
  });

  it("has one class for each code", () => {
    const classes = Object.entries(kernel).filter(
      ([name]) => name.endsWith("Error") && name !== "CrmError" && name !== "isCrmError",
    );
    expect(classes.map(([name]) => name).sort()).toEqual([...errors.map(({ name }) => name), "RefusedError"].sort());
    expect(new Set(errors.map(({ code }) => code)).size).toBe(errors.length);
  });

  it("writes paths as code would", () => {
    expect(formatPath(["orders", 3, "lines", 0, "amount"])).toBe("orders[3].lines[0].amount");
    expect(formatPath([0, "id"])).toBe("[0].id");
    expect(formatPath(["columns", "Order ID"])).toBe('columns["Order ID"]');
    expect(formatPath(["属性", "a.b", ""])).toBe('属性["a.b"][""]');
    expect(formatPath([])).toBe("");
  });
});

describe("laws", () => {
  it("is known by its brand, also when made by another copy of the library", () => {
    const details: CrmErrorDetails = { expected: "anything" };
    for (const { Of } of errors) expect(isCrmError(new Of(details))).toBe(true);
    expect(isCrmError(Object.assign(new Error("other copy"), { [Symbol.for("clientele.error")]: true }))).toBe(true);
    for (const other of [
      new Error("x"),
      new TypeError("x"),
      undefined,
      null,
      "INVALID_AMOUNT",
      { code: "INVALID_AMOUNT" },
      () => {},
    ])
      expect(isCrmError(other)).toBe(false);
  });

  it("never repeats the value it refuses", () => {
    const secret = fc.stringMatching(/^[A-Z]{6,12}$/).filter((text) => !kernel.isCurrency(text));
    const refusals: ((value: string) => unknown)[] = [
      (value) => kernel.parseDecimal(value),
      (value) => kernel.amountReader(2).read(value),
      (value) => kernel.money("1", value),
      (value) => kernel.addMoney(kernel.money("1", "USD"), { ...kernel.money("1", "CNY"), currency: value }),
      (value) => kernel.epochDay(value),
      (value) => kernel.zoneOf(`${value}/x`),
      (value) => kernel.startOfPeriod(0, "week", value as "monday"),
      (value) => kernel.addPeriods(0, 1, value as "day"),
    ];
    fc.assert(
      fc.property(secret, fc.constantFrom(...refusals), (value, refuse) => {
        const error = thrownBy(() => refuse(value));
        expect(isCrmError(error)).toBe(true);
        expect(`${(error as Error).message} ${(error as Error).stack}`).not.toContain(value);
      }),
      runs(),
    );
  });

  it("keeps code, kind and expectation when seen from further out", () => {
    const inner = new kernel.InvalidAmountError({ path: ["amount"], expected: "a finite decimal", cause: "why" });
    const outer = kernel.atPath(inner, ["orders", 3]);
    expect(outer).toBeInstanceOf(kernel.InvalidAmountError);
    expect(outer).toMatchObject({
      code: inner.code,
      path: ["orders", 3, "amount"],
      expected: inner.expected,
      cause: "why",
    });
    expect(inner.path).toEqual(["amount"]);
  });

  it("stays as it is from further out where its details do not make it again", () => {
    class LimitError extends kernel.CrmError {
      override readonly name = "LimitError";
      readonly code = "LIMIT";
      readonly limit: number | undefined;
      constructor(details: CrmErrorDetails & { readonly limit?: number }) {
        super(details);
        this.limit = details.limit;
      }
    }
    const refused = new kernel.RefusedError({ ok: false, reason: "EXPIRED" });
    const limited = new LimitError({ path: ["lines"], expected: "at most 3", limit: 3 });
    expect(kernel.atPath(refused, ["orders", 3])).toBe(refused);
    expect(kernel.atPath(limited, ["orders", 3])).toBe(limited);
  });
});

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
