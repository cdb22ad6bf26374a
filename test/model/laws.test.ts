import { Decimal } from "clientele/kernel";
import { type Order, orderSchema, orderStatusSchema, parseOrder, parseOrders, toJson } from "clientele/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../arbitraries/runs.js";

const aText = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
const anAmount = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.nat(4))
  .map(([digits, places]) => new Decimal(digits.toString()).dividedBy(10 ** places));
const anInstant = fc.date({
  min: new Date("1900-01-01T00:00:00Z"),
  max: new Date("2100-01-01T00:00:00Z"),
  noInvalidDate: true,
});

const anOrder: fc.Arbitrary<Order> = fc.record(
  {
    id: aText,
    customerId: fc.oneof(aText, fc.constantFrom("__proto__", "constructor")),
    placedAt: anInstant,
    currency: fc.constantFrom("CNY", "JPY", "KWD"),
    channel: aText,
    status: fc.constantFrom(...orderStatusSchema.options),
    lines: fc.array(
      fc.record({
        productId: aText,
        quantity: fc.integer({ min: 1, max: 1_000_000 }),
        amount: anAmount,
        discount: anAmount,
        tax: anAmount,
      }),
      { maxLength: 4 },
    ),
    discount: anAmount,
    shipping: anAmount,
    tax: anAmount,
    taxIncluded: fc.boolean(),
    refunds: fc.array(
      fc.record({ id: aText, refundedAt: anInstant, amount: anAmount, tax: anAmount, shipping: anAmount }),
      { maxLength: 2 },
    ),
    attributes: fc.dictionary(
      aText.filter((key) => key !== "__proto__"),
      fc.oneof(fc.string(), fc.boolean(), fc.integer(), fc.array(fc.string())),
      { noNullPrototype: true },
    ),
  },
  {
    requiredKeys: [
      "id",
      "placedAt",
      "currency",
      "status",
      "lines",
      "discount",
      "shipping",
      "tax",
      "taxIncluded",
      "refunds",
      "attributes",
    ],
  },
);

describe("laws", () => {
  it("an order is the same after JSON", () => {
    fc.assert(
      fc.property(anOrder, (order) => {
        expect(parseOrder(JSON.parse(JSON.stringify(toJson(orderSchema, order))))).toEqual(order);
      }),
      runs(),
    );
  });

  it("reading what was read changes nothing", () => {
    fc.assert(
      fc.property(anOrder, (order) => {
        expect(parseOrder(order)).toEqual(order);
      }),
      runs(),
    );
  });

  it("rows read are rows used and rows set aside, whatever they are", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anOrder, fc.anything())), (rows) => {
        const { orders, setAside } = parseOrders(rows, { mode: "collect" });
        expect(orders.length + setAside.length).toBe(rows.length);
        for (const { index, error } of setAside) expect(error.path[0]).toBe(index);
      }),
      runs(),
    );
  });
});
