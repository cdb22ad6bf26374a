import { Decimal } from "clientele/kernel";
import {
  customerAttributesSchema,
  customerSchema,
  defineFields,
  eventSchema,
  type FieldDefinitionsInput,
  fieldsOf,
  orderSchema,
  parseRecord,
  personal,
  productSchema,
  safeParseRecord,
  toJson,
  toJsonSchema,
} from "clientele/model";
import { describe, expect, expectTypeOf, it } from "vitest";
import * as z from "zod";

const definitions: FieldDefinitionsInput = {
  version: 1,
  fields: [
    { name: "shoeSize", type: "number", min: 15, max: 55 },
    { name: "会员日", type: "date" },
    { name: "credit", type: "money" },
    { name: "lastCall", type: "instant" },
    { name: "diet", type: "choice", options: ["all", "vegan"], required: true },
    { name: "pets", type: "list", options: ["cat", "dog"] },
    { name: "wantsCatalogue", type: "boolean" },
    { name: "nick", type: "text", personal: "name" },
    { name: "district", type: "text", family: "geographic" },
  ],
};
const shopCustomerSchema = defineFields(customerSchema, definitions);
const values = {
  shoeSize: 42,
  会员日: "2024-02-29",
  credit: "0.10",
  lastCall: "2026-11-22T08:00:00+08:00",
  diet: "vegan",
  pets: ["cat"],
  wantsCatalogue: false,
  nick: "Ming",
};

describe("fields declared as data", () => {
  it("are read by their types, and come back the same from JSON", () => {
    const customer = parseRecord(shopCustomerSchema, {
      id: "c42",
      attributes: { custom: values, geographic: { country: "CN", district: "Xuhui" } },
    });
    expect(customer.attributes.custom).toEqual({
      ...values,
      credit: new Decimal("0.1"),
      lastCall: new Date(Date.UTC(2026, 10, 22)),
    });
    expect(customer.attributes.geographic).toEqual({ country: "CN", district: "Xuhui" });
    const again = parseRecord(shopCustomerSchema, JSON.parse(JSON.stringify(toJson(shopCustomerSchema, customer))));
    expect(again).toEqual(customer);
  });

  it.each([
    ["a number out of its range", { shoeSize: 60 }, "shoeSize", "INVALID_INPUT"],
    ["NaN", { shoeSize: Number.NaN }, "shoeSize", "INVALID_INPUT"],
    ["29 February of a common year", { 会员日: "2025-02-29" }, "会员日", "INVALID_INPUT"],
    ["words as money", { credit: "much" }, "credit", "INVALID_AMOUNT"],
    ["a day as an instant", { lastCall: "2026-11-22" }, "lastCall", "INVALID_INSTANT"],
    ["a choice that is none", { diet: "keto" }, "diet", "INVALID_INPUT"],
    ["a missing required field", { diet: undefined }, "diet", "INVALID_INPUT"],
    ["a field that nobody declared", { hat: "7" }, "hat", "INVALID_INPUT"],
  ])("refuse %s", (_, change, name, code) => {
    const read = safeParseRecord(shopCustomerSchema, { id: "c42", attributes: { custom: { ...values, ...change } } });
    expect(read).toMatchObject({ ok: false, reason: code, error: { path: ["attributes", "custom", name] } });
  });

  it("ask for a required field where its family is missing", () => {
    expect(safeParseRecord(shopCustomerSchema, { id: "c42" }).ok).toBe(false);
    const optionalOnly = defineFields(customerSchema, { version: 1, fields: [{ name: "nick", type: "text" }] });
    expect(safeParseRecord(optionalOnly, { id: "c42" }).ok).toBe(true);
  });

  it("stand in the table of fields and in the JSON Schema", () => {
    const table = new Map(fieldsOf(shopCustomerSchema).map((field) => [field.path, field]));
    expect(table.get("attributes.custom.shoeSize")).toEqual({
      path: "attributes.custom.shoeSize",
      type: "number",
      isRequired: false,
    });
    expect(table.get("attributes.custom.会员日")?.type).toBe("date");
    expect(table.get("attributes.custom.credit")?.type).toBe("money");
    expect(table.get("attributes.custom.lastCall")?.type).toBe("instant");
    expect(table.get("attributes.custom.diet")).toMatchObject({
      type: "choice",
      options: ["all", "vegan"],
      isRequired: true,
    });
    expect(table.get("attributes.custom.pets")).toMatchObject({ type: "list", items: "choice" });
    expect(table.get("attributes.custom.nick")?.personal).toBe("name");
    expect(table.get("attributes.geographic.district")?.type).toBe("text");
    expect(table.get("attributes.geographic.country")?.type).toBe("text");
    expect(JSON.stringify(toJsonSchema(shopCustomerSchema))).toContain('"vegan"');
  });

  it("join the attributes of orders and products", () => {
    const schema = defineFields(orderSchema, { version: 1, fields: [{ name: "giftWrap", type: "boolean" }] });
    const row = { id: "o1", placedAt: "2026-11-22T08:00:00Z", currency: "CNY", lines: [] };
    expect(parseRecord(schema, { ...row, attributes: { giftWrap: true } }).attributes["giftWrap"]).toBe(true);
    expect(parseRecord(schema, row).attributes).toEqual({});
    expect(safeParseRecord(schema, { ...row, attributes: { gift: true } }).ok).toBe(false);
  });

  it.each([
    ["another version", { version: 2, fields: [] }, "UNKNOWN_VERSION", ["version"]],
    ["no version", { fields: [] }, "INVALID_INPUT", ["version"]],
    [
      "__proto__ as a name",
      { version: 1, fields: [{ name: "__proto__", type: "text" }] },
      "INVALID_INPUT",
      ["fields", 0, "name"],
    ],
    [
      "constructor as a name",
      { version: 1, fields: [{ name: "constructor", type: "text" }] },
      "INVALID_INPUT",
      ["fields", 0, "name"],
    ],
    [
      "a name with a point",
      { version: 1, fields: [{ name: "a.b", type: "text" }] },
      "INVALID_INPUT",
      ["fields", 0, "name"],
    ],
    ["an unknown type", { version: 1, fields: [{ name: "a", type: "blob" }] }, "INVALID_INPUT", ["fields", 0, "type"]],
    [
      "a choice of nothing",
      { version: 1, fields: [{ name: "a", type: "choice", options: [] }] },
      "INVALID_INPUT",
      ["fields", 0, "options"],
    ],
    [
      "a name twice",
      {
        version: 1,
        fields: [
          { name: "a", type: "text" },
          { name: "a", type: "number" },
        ],
      },
      "INVALID_INPUT",
      ["fields", 1, "name"],
    ],
    [
      "a min above its max",
      { version: 1, fields: [{ name: "a", type: "number", min: 5, max: 1 }] },
      "INVALID_INPUT",
      ["fields", 0, "max"],
    ],
    [
      "a name that the family has",
      { version: 1, fields: [{ name: "city", type: "text", family: "geographic" }] },
      "INVALID_INPUT",
      ["fields", 0, "name"],
    ],
  ])("are refused with %s", (_, given, code, path) => {
    expect(() => defineFields(customerSchema, given as FieldDefinitionsInput)).toThrow(
      expect.objectContaining({ code, path }),
    );
  });

  it("name no family on an order", () => {
    expect(() =>
      defineFields(orderSchema, { version: 1, fields: [{ name: "a", type: "text", family: "geographic" }] }),
    ).toThrow(expect.objectContaining({ path: ["fields", 0, "family"] }));
  });

  it("mark their own fields as personal, and no other", () => {
    const before = fieldsOf(productSchema).filter((field) => field.personal !== undefined);
    defineFields(productSchema, { version: 1, fields: [{ name: "maker", type: "text", personal: "name" }] });
    expect(fieldsOf(productSchema).filter((field) => field.personal !== undefined)).toEqual(before);
    expect(before).toEqual([]);
  });
});

describe("fields declared in code", () => {
  const schema = customerSchema.extend({
    attributes: customerAttributesSchema.extend({
      custom: z.object({ shoeSize: z.int(), doorCode: personal(z.string(), "address").optional() }),
    }),
  });

  it("are typed by inference", () => {
    const customer = parseRecord(schema, { id: "c42", attributes: { custom: { shoeSize: 42 } } });
    expectTypeOf(customer.attributes.custom.shoeSize).toEqualTypeOf<number>();
    expect(customer.attributes.custom.shoeSize).toBe(42);
  });

  it("stand in the table of fields", () => {
    const fields = fieldsOf(schema, "customer");
    expect(fields.find((field) => field.path === "customer.attributes.custom.shoeSize")).toMatchObject({
      type: "number",
      isRequired: true,
    });
    expect(fields.find((field) => field.path.endsWith("doorCode"))?.personal).toBe("address");
  });
});

describe("the table of fields", () => {
  it("tells lists of objects by [] and lists of values by their items", () => {
    const paths = new Map(fieldsOf(orderSchema).map((field) => [field.path, field.type]));
    expect(paths.get("lines[].productId")).toBe("text");
    expect(paths.get("refunds[].lines[].amount")).toBe("money");
    expect(paths.get("placedAt")).toBe("instant");
    expect(paths.get("attributes")).toBe("open");
    expect(fieldsOf(productSchema).find((field) => field.path === "categoryPath")).toMatchObject({
      type: "list",
      items: "text",
    });
  });

  it("unites the forms of an event", () => {
    const fields = new Map(fieldsOf(eventSchema).map((field) => [field.path, field]));
    expect(fields.get("type")?.options).toContain("message-opened");
    expect(fields.get("at")?.isRequired).toBe(true);
    expect(fields.get("productId")?.isRequired).toBe(false);
    expect(fields.get("query")?.personal).toBe("free-text");
  });

  it("marks no field that only shares its form with a personal one", () => {
    const personalOf = (schema: z.ZodType) =>
      fieldsOf(schema).flatMap((f) => (f.personal === undefined ? [] : [f.path]));
    expect(personalOf(productSchema)).toEqual([]);
    expect(personalOf(orderSchema)).toEqual([]);
    expect(personalOf(eventSchema)).toEqual(["visitorId", "query", "text"]);
  });

  it("finds every personal field of a customer", () => {
    const personal = fieldsOf(customerSchema).filter((field) => field.personal !== undefined);
    expect(personal.map((field) => field.path)).toEqual(
      expect.arrayContaining(["name", "emails", "phones", "attributes.demographic.birthDate"]),
    );
  });

  it("refuses what is not the schema of an object", () => {
    expect(() => fieldsOf(z.string())).toThrow(expect.objectContaining({ code: "INVALID_OPTION" }));
  });
});
