import { Decimal, decimalAmount, instant } from "clientele/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { anAmountText } from "../arbitraries/amounts.js";
import { runs } from "../arbitraries/runs.js";

describe("golden", () => {
  it.each([
    ["2026-01-31T08:00:00+08:00", "2026-01-31T00:00:00.000Z"],
    ["2026-01-31T00:00:00Z", "2026-01-31T00:00:00.000Z"],
    ["2024-02-29T23:59:59.9999Z", "2024-02-29T23:59:59.999Z"],
    ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"],
  ])("reads %s and writes %s", (text, written) => {
    expect(z.encode(instant, z.decode(instant, text))).toBe(written);
  });

  it.each([
    ["0.10", "0.1"],
    ["-0", "0"],
    ["1000000000000000000000", "1000000000000000000000"],
    [0.1, "0.1"],
    [1e-7, "0.0000001"],
  ])("reads the amount %s and writes %s", (amount, written) => {
    expect(z.encode(decimalAmount, z.decode(decimalAmount, amount))).toBe(written);
  });

  it("has a JSON Schema, of texts", () => {
    const schema = z.toJSONSchema(z.object({ at: instant, amount: decimalAmount }), { io: "input" });
    expect(schema).toMatchObject({
      properties: { at: { type: "string", format: "date-time" }, amount: { type: "string" } },
    });
  });
});

describe("laws", () => {
  it("reads what it wrote, through JSON", () => {
    const row = z.object({ at: instant, amount: decimalAmount });
    const anInstant = fc.date({
      min: new Date("0001-01-01T00:00:00Z"),
      max: new Date("9999-12-31T23:59:59.999Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(anInstant, anAmountText, (at, text) => {
        const read = z.decode(row, { at, amount: text });
        const again = z.decode(row, JSON.parse(JSON.stringify(z.encode(row, read))));
        expect(again.at).toEqual(at);
        expect(again.amount.equals(new Decimal(text))).toBe(true);
      }),
      runs(),
    );
  });
});

describe("errors", () => {
  it.each([
    "2026-01-31",
    "2026-01-31T08:00:00",
    "2026-02-30T00:00:00Z",
    "31.01.2026",
    "",
    "0000-06-01T00:00:00Z",
    new Date(Number.NaN),
    0,
    null,
  ])("refuses %s as an instant", (value) => {
    const { success, error } = z.safeDecode(instant, value as string);
    expect(success).toBe(false);
    expect(error?.issues[0]).toMatchObject({ params: { code: "INVALID_INSTANT" } });
  });

  it.each(["1e3", "12,40", "", Number.NaN, Number.POSITIVE_INFINITY, null, {}])("refuses %s as an amount", (value) => {
    const { success, error } = z.safeDecode(decimalAmount, value as string);
    expect(success).toBe(false);
    expect(error?.issues[0]).toMatchObject({ params: { code: "INVALID_AMOUNT" } });
  });
});
