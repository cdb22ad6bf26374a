import { Decimal, InvalidAmountError, InvalidInputError, isCrmError } from "clientele/kernel";
import {
  customerSchema,
  orderSchema,
  parseCustomer,
  parseEvent,
  parseOrder,
  parseOrders,
  parseProduct,
  parseRefund,
  parseRefunds,
  productSchema,
  safeParseOrder,
  toJson,
  toJsonSchema,
} from "clientele/model";
import { describe, expect, it } from "vitest";
import * as z from "zod";

const line = { productId: "p1", quantity: 2, unitPrice: "6.20", amount: "12.40" };
const row = { id: "o1", customerId: "c42", placedAt: "2026-11-22T08:00:00+08:00", currency: "CNY", lines: [line] };

describe("golden", () => {
  it("reads an order with the instants, amounts and defaults that its texts mean", () => {
    const order = parseOrder(row);
    expect(order.placedAt).toEqual(new Date(Date.UTC(2026, 10, 22, 0, 0, 0)));
    expect(order.status).toBe("paid");
    expect(order.taxIncluded).toBe(false);
    expect(order.lines[0]?.amount.equals(new Decimal("12.4"))).toBe(true);
    expect([order.discount, order.shipping, order.tax, order.lines[0]!.tax].map(String)).toEqual(["0", "0", "0", "0"]);
    expect(order.refunds).toEqual([]);
    expect(order.attributes).toEqual({});
  });

  it("takes Date, Decimal and number where JSON has text", () => {
    const order = parseOrder({
      ...row,
      placedAt: new Date(Date.UTC(2026, 10, 22)),
      lines: [{ ...line, amount: new Decimal("12.4"), unitPrice: 6.2 }],
    });
    expect(order).toEqual(parseOrder(row));
  });

  it("reads null as absent, and keeps no absent key", () => {
    const order = parseOrder({ ...row, customerId: null, channel: null });
    expect(Object.hasOwn(order, "customerId")).toBe(false);
    expect(parseCustomer({ id: "c1", name: null, attributes: { geographic: { city: null } } })).toEqual({
      id: "c1",
      emails: [],
      phones: [],
      attributes: { geographic: {} },
    });
  });

  it("reads null as absent where there is a default", () => {
    const { id, placedAt, currency, lines } = row;
    const bare = { id, placedAt, currency, lines };
    const nulls = { status: null, discount: null, shipping: null, tax: null, taxIncluded: null, refunds: null };
    expect(parseOrder({ ...bare, ...nulls, attributes: null })).toEqual(parseOrder(bare));
    const customer = parseCustomer({ id: "c1", emails: null, phones: null, attributes: null });
    expect(customer).toEqual({ id: "c1", emails: [], phones: [], attributes: {} });
    expect(toJson(customerSchema, customer)).toEqual(customer);
  });

  it("reads the other kinds", () => {
    expect(
      parseProduct({ id: "p1", name: "龙井", currency: "CNY", categoryPath: ["茶", "绿茶"], price: "88" }).price,
    ).toEqual(new Decimal(88));
    expect(
      parseRefund({ id: "r1", customerId: "c42", refundedAt: "2026-11-22T08:00:00Z", amount: "5" }).shipping.isZero(),
    ).toBe(true);
    expect(parseEvent({ id: "e1", type: "cart", action: "add", productId: "p1", at: "2026-11-22T08:00:00Z" })).toEqual({
      id: "e1",
      type: "cart",
      action: "add",
      productId: "p1",
      quantity: 1,
      at: new Date(Date.UTC(2026, 10, 22, 8)),
      attributes: {},
    });
    expect(
      parseEvent({
        id: "e2",
        type: "custom",
        name: "quiz-finished",
        at: "2026-11-22T08:00:00Z",
        attributes: { score: 7 },
      }).attributes,
    ).toEqual({ score: 7 });
  });
});

describe("laws", () => {
  it("comes back the same from its JSON", () => {
    const order = parseOrder({
      ...row,
      lines: [
        { ...line, amount: "1000000000000000000000.01" },
        { ...line, amount: 1e21 },
        { ...line, amount: 0.1 },
      ],
      refunds: [{ id: "r1", refundedAt: "2024-03-10T06:59:59.999Z", amount: "99999999999999999999" }],
      attributes: { giftNote: "🎁 生日快乐", constructor: "a" },
    });
    const text = JSON.stringify(toJson(orderSchema, order));
    expect(text).toContain('"1000000000000000000000"');
    expect(parseOrder(JSON.parse(text))).toEqual(order);
  });

  it("uses or sets aside every row", () => {
    const rows = [row, { ...row, id: "" }, null, { ...row, id: "o2" }, "text", []];
    const { orders, setAside } = parseOrders(rows, { mode: "collect" });
    expect(orders.map((order) => order.id)).toEqual(["o1", "o2"]);
    expect(setAside.map(({ index }) => index)).toEqual([1, 2, 4, 5]);
    expect(setAside.map(({ code }) => code)).toEqual(Array(4).fill("INVALID_INPUT"));
    expect(setAside[0]?.error.path).toEqual([1, "id"]);
  });

  it("changes nothing that it was given", () => {
    const given = Object.freeze({ ...row, channel: null, lines: Object.freeze([Object.freeze({ ...line })]) });
    parseOrder(given);
    const open = { id: "p1", name: "tea", currency: "CNY", extra: { a: undefined } };
    const schema = productSchema.extend({ extra: z.unknown() });
    toJson(schema, { ...parseProduct({ id: "p1", name: "tea", currency: "CNY" }), extra: open.extra });
    expect(Object.hasOwn(open.extra, "a")).toBe(true);
  });

  it("reads an iterable once", () => {
    const { refunds } = parseRefunds(
      (function* () {
        yield { id: "r1", customerId: "c42", refundedAt: "2026-11-22T08:00:00Z", amount: "5" };
      })(),
    );
    expect(refunds).toHaveLength(1);
  });
});

describe("JSON Schema", () => {
  it("tells instants and amounts as text, and asks only for what has no default", () => {
    const schema = toJsonSchema(orderSchema) as {
      required: string[];
      properties: Record<string, { type?: string; format?: string; pattern?: string; items?: unknown }>;
    };
    expect(schema.required).toEqual(["id", "placedAt", "currency", "lines"]);
    expect(schema.properties["placedAt"]).toMatchObject({ type: "string", format: "date-time" });
    expect(schema.properties["discount"]).toEqual({
      anyOf: [{ type: "string", pattern: "^\\d+(\\.\\d+)?$" }, { type: "null" }],
    });
    expect(schema.properties["status"]).toMatchObject({ default: "paid" });
  });

  it("refuses a schema with a part that it cannot tell", () => {
    expect(() => toJsonSchema(productSchema.extend({ since: z.date() }))).toThrow(
      expect.objectContaining({ code: "INVALID_OPTION" }),
    );
  });
});

describe("errors", () => {
  const bad: readonly (readonly [string, object, string, string])[] = [
    ["NaN as an amount", { lines: [{ ...line, amount: Number.NaN }] }, "INVALID_AMOUNT", "lines[0].amount"],
    ["an infinite amount", { shipping: Number.POSITIVE_INFINITY }, "INVALID_AMOUNT", "shipping"],
    ["a negative amount", { lines: [line, { ...line, discount: "-0.01" }] }, "INVALID_AMOUNT", "lines[1].discount"],
    ["words as an amount", { tax: "twelve" }, "INVALID_AMOUNT", "tax"],
    ["a thousands mark", { tax: "1,200.00" }, "INVALID_AMOUNT", "tax"],
    ["an empty amount", { tax: "" }, "INVALID_AMOUNT", "tax"],
    ["a missing amount", { lines: [{ productId: "p1", quantity: 1 }] }, "INVALID_AMOUNT", "lines[0].amount"],
    ["an unknown currency", { currency: "XBT" }, "UNKNOWN_CURRENCY", "currency"],
    ["a currency in lower case", { currency: "cny" }, "UNKNOWN_CURRENCY", "currency"],
    ["an invalid Date", { placedAt: new Date(Number.NaN) }, "INVALID_INSTANT", "placedAt"],
    ["30 February", { placedAt: "2026-02-30T00:00:00Z" }, "INVALID_INSTANT", "placedAt"],
    ["an instant without an offset", { placedAt: "2026-02-03T00:00:00" }, "INVALID_INSTANT", "placedAt"],
    ["a number as an instant", { placedAt: 1767225600000 }, "INVALID_INSTANT", "placedAt"],
    ["a missing instant", { placedAt: undefined }, "INVALID_INSTANT", "placedAt"],
    ["year 10000", { placedAt: new Date(Date.UTC(10000, 0, 1)) }, "INVALID_INSTANT", "placedAt"],
    ["half a piece", { lines: [{ ...line, quantity: 0.5 }] }, "INVALID_INPUT", "lines[0].quantity"],
    ["no piece", { lines: [{ ...line, quantity: 0 }] }, "INVALID_INPUT", "lines[0].quantity"],
    ["NaN pieces", { lines: [{ ...line, quantity: Number.NaN }] }, "INVALID_INPUT", "lines[0].quantity"],
    ["an unknown status", { status: "lost" }, "INVALID_INPUT", "status"],
    ["an empty id", { id: "" }, "INVALID_INPUT", "id"],
    ["a misspelt key", { custmerId: "c42" }, "INVALID_INPUT", "custmerId"],
    ["a misspelt key inside", { lines: [{ ...line, taxes: "1" }] }, "INVALID_INPUT", "lines[0].taxes"],
  ];

  it.each(bad)("refuses %s with its code and path", (_, change, code, path) => {
    const read = safeParseOrder({ ...row, ...change });
    expect(read).toMatchObject({ ok: false, reason: code });
    if (read.ok) return;
    expect(isCrmError(read.error)).toBe(true);
    expect(read.error.message).toContain(`At ${path}: expected `);
    expect(() => parseOrder({ ...row, ...change })).toThrow(read.error.message);
  });

  it("tells no value that it found", () => {
    const secret = "wang@example.cn 13800138000";
    for (const change of [
      { tax: secret },
      { currency: secret },
      { placedAt: secret },
      { status: secret },
      { lines: secret },
    ]) {
      const read = safeParseOrder({ ...row, ...change });
      expect(read.ok).toBe(false);
      if (!read.ok)
        expect(`${read.error.message}${read.error.expected}${String(read.error.cause)}`).not.toContain("wang");
    }
  });

  it("leaves unknown keys out where it is asked to", () => {
    const order = parseOrder({ ...row, warehouse: 7 }, { unknownKeys: "strip" });
    expect(order).toEqual(parseOrder(row));
  });

  it("never takes a key __proto__ over", () => {
    const given = JSON.parse('{"__proto__":{"isAdmin":true},"constructor":"a"}') as object;
    expect(() => parseOrder({ ...row, attributes: given })).toThrow(InvalidInputError);
    const { attributes } = parseOrder({ ...row, attributes: given }, { unknownKeys: "strip" });
    expect(Object.getPrototypeOf(attributes)).toBe(Object.prototype);
    expect((attributes as { isAdmin?: unknown }).isAdmin).toBeUndefined();
    expect(attributes["constructor"]).toBe("a");
  });

  it("takes __proto__ and constructor as ids", () => {
    expect(parseOrder({ ...row, id: "__proto__", customerId: "constructor" })).toMatchObject({
      id: "__proto__",
      customerId: "constructor",
    });
  });

  it("ends at the first bad row in strict mode, with its index in the path", () => {
    const rows = [row, { ...row, discount: "-1" }];
    expect(() => parseOrders(rows)).toThrow(InvalidAmountError);
    expect(() => parseOrders(rows)).toThrow("At [1].discount: expected an amount of zero or more.");
  });

  it("refuses an option that is none of its values", () => {
    expect(() => parseOrders([], { mode: "lenient" as "strict" })).toThrow(
      expect.objectContaining({ code: "INVALID_OPTION", path: ["mode"] }),
    );
    expect(() => parseOrder(row, { unknownKeys: "keep" as "strip" })).toThrow(
      expect.objectContaining({ code: "INVALID_OPTION", path: ["unknownKeys"] }),
    );
  });

  it("refuses an event of no type, naming the type", () => {
    expect(() => parseEvent({ id: "e1", type: "teleport", at: "2026-11-22T08:00:00Z" })).toThrow(
      expect.objectContaining({ code: "INVALID_INPUT", path: ["type"] }),
    );
  });

  it("refuses to write what is not of the schema", () => {
    const order = { ...parseOrder(row), placedAt: new Date(Number.NaN) };
    expect(() => toJson(orderSchema, order)).toThrow(
      expect.objectContaining({ code: "INVALID_INSTANT", path: ["placedAt"] }),
    );
    const { discount: _, ...rest } = parseOrder(row);
    expect(() => toJson(orderSchema, rest as never)).toThrow(
      expect.objectContaining({ code: "INVALID_INPUT", path: ["discount"] }),
    );
  });
});
