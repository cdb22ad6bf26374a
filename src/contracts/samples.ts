import { Decimal } from "../kernel/index.js";
import type { ActivityEvent, Customer, Order, Product } from "../model/index.js";
import type { FactsRecord } from "../ports/index.js";

/** The records a contract writes, of one kind. */
export interface Samples<T> {
  /** A full record: every field, and values that storage likes to lose. */
  full(id: string): T;
  /** A record with nothing but what it must have. */
  bare(id: string): T;
  /** The same record with something changed. */
  changed(record: T): T;
}

/** Ids that must stay apart and come back as they are. */
export const nastyIds: readonly string[] = [
  "a",
  "A",
  "10",
  "2",
  "é",
  "e\u0301",
  "～",
  "𠮷",
  "__proto__",
  "constructor",
  "a b/c?d=e&f%20'\"\\;--",
  "x".repeat(200),
];

/** Stands in every full sample, plain enough for any dump to show it as it is. */
export const personalMark = "erase-me-7f3a";

/** Text that storage likes to lose: four bytes, lines, quotes, what looks like another type. */
export const nastyText = `${personalMark} 𠮷野家 🎁👨‍👩‍👧 O'Brien "x"\n\t\\ null 0012`;

const nastyAmounts = ["0", "0.1", "0.30000000000000000001", "12.345", "1000000000000000000000.01"];

/** Instants on DST nights, at the edges of days, and with their milliseconds. */
export const nastyInstants: readonly Date[] = [
  "2024-03-10T06:59:59.999Z",
  "2024-03-10T07:00:00.001Z",
  "2024-11-03T05:30:00.123Z",
  "2024-11-03T06:30:00.123Z",
  "2024-02-29T23:59:59.999Z",
  "1969-12-31T23:59:59.999Z",
].map((text) => new Date(text));

const attributes = {
  note: nastyText,
  empty: "",
  zero: 0,
  fraction: 0.1,
  no: false,
  list: ["", "𠮷"],
  constructor: "a",
};

/** Samples of customers. */
export const customerSamples: Samples<Customer> = {
  full: (id) => ({
    id,
    createdAt: instant(2),
    name: nastyText,
    givenName: "明",
    familyName: "王",
    emails: ["Ming.Wang+tea@example.cn", "ming@例子.cn"],
    phones: ["+8613800138000", "021 0012"],
    attributes: {
      geographic: { country: "CN", city: "上海", latitude: 31.2304, longitude: -0.1, density: "urban" },
      demographic: { birthDate: "2000-02-29", householdSize: 1, children: 0 },
      psychographic: { interests: ["茶", "𠮷"], lifestyle: nastyText },
      behavioural: { preferredCategories: [], usageRate: "heavy" },
      custom: { ...attributes, list: [...attributes.list] },
    },
  }),
  bare: (id) => ({ id, emails: [], phones: [], attributes: {} }),
  changed: (customer) => ({ ...customer, name: "changed" }),
};

/** Samples of orders. */
export const orderSamples: Samples<Order> & { at(id: string, customerId: string | undefined, placedAt: Date): Order } =
  {
    full: (id) => ({
      ...orderSamples.bare(id),
      customerId: `customer of ${nastyText}`,
      channel: "wechat",
      status: "fulfilled",
      lines: nastyAmounts.map((text, i) => ({
        id: `line ${i}`,
        productId: nastyText,
        quantity: i + 1,
        unitPrice: new Decimal(text),
        amount: new Decimal(text).times(i + 1),
        discount: new Decimal("0.01"),
        tax: new Decimal("0.1"),
        category: "茶",
      })),
      discount: new Decimal("0.1"),
      shipping: new Decimal("1e21"),
      tax: new Decimal("0.07"),
      taxIncluded: true,
      refunds: [
        {
          id: "r1",
          refundedAt: instant(3),
          amount: new Decimal("99999999999999999999"),
          tax: new Decimal("0.01"),
          shipping: new Decimal(0),
          reason: nastyText,
          lines: [{ lineId: "line 1", productId: "p1", quantity: 1, amount: new Decimal("0.1") }],
        },
      ],
      attributes: { ...attributes, list: [...attributes.list] },
    }),
    bare: (id) => ({
      id,
      placedAt: instant(0),
      currency: "CNY",
      status: "paid",
      lines: [],
      discount: new Decimal(0),
      shipping: new Decimal(0),
      tax: new Decimal(0),
      taxIncluded: false,
      refunds: [],
      attributes: {},
    }),
    changed: (order) => ({ ...order, channel: "changed", shipping: order.shipping.plus("0.01") }),
    at: (id, customerId, placedAt) => ({
      ...orderSamples.bare(id),
      placedAt,
      ...(customerId === undefined ? {} : { customerId }),
    }),
  };

/** Samples of products. */
export const productSamples: Samples<Product> = {
  full: (id) => ({
    id,
    name: nastyText,
    categoryPath: ["茶", "𠮷", "绿茶"],
    brand: "𠮷",
    price: new Decimal("0.30000000000000000001"),
    cost: new Decimal("1e21"),
    currency: "KWD",
    attributes: { ...attributes, list: [...attributes.list] },
  }),
  bare: (id) => ({ id, name: "tea", categoryPath: [], currency: "JPY", attributes: {} }),
  changed: (product) => ({ ...product, brand: "changed" }),
};

/** Samples of events. */
export const eventSamples: Samples<ActivityEvent> & {
  at(id: string, customerId: string | undefined, at: Date): ActivityEvent;
} = {
  full: (id) => ({
    id,
    type: "review",
    customerId: `customer of ${nastyText}`,
    visitorId: "v1",
    sessionId: "s1",
    at: instant(1),
    channel: "app",
    productId: "p1",
    rating: 4.5,
    text: nastyText,
    attributes: { ...attributes, list: [...attributes.list] },
  }),
  bare: (id) => ({ id, type: "visit", at: instant(0), attributes: {} }),
  changed: (event) => ({ ...event, channel: "changed" }),
  at: (id, customerId, at) => ({
    id,
    type: "visit",
    at,
    attributes: {},
    ...(customerId === undefined ? {} : { customerId }),
  }),
};

/** Samples of stored facts: any plain JSON, with `null`, nesting and long integers. */
export const factsSamples: Samples<FactsRecord> = {
  full: (id) => ({
    id,
    facts: { version: 1, currency: "CNY", days: [[20000, 1, "9007199254740993.01"], []], none: null, note: nastyText },
  }),
  bare: (id) => ({ id, facts: {} }),
  changed: (stored) => ({ ...stored, facts: { version: 1, changed: [true] } }),
};

function instant(index: number): Date {
  return new Date(nastyInstants[index]!.getTime());
}
