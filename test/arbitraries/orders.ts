import type { OrderSummary, StandAloneRefund } from "clientele/facts";
import fc from "fast-check";

/** Zones whose days are nasty: a DST night, a half-hour offset, a skipped day, none at all. */
export const timeZones = ["UTC", "America/New_York", "Asia/Shanghai", "Australia/Lord_Howe", "Pacific/Apia"] as const;

/** An instant near something that trips calendars up: DST nights, month ends, 29 February, the day Apia skipped. */
export const anInstant: fc.Arbitrary<Date> = fc.oneof(
  fc.date({ min: new Date("2011-01-01T00:00:00Z"), max: new Date("2027-12-31T23:59:59Z"), noInvalidDate: true }),
  fc
    .tuple(
      fc.constantFrom(
        "2024-02-29T00:00:00Z",
        "2024-03-10T07:00:00Z",
        "2024-11-03T06:00:00Z",
        "2011-12-30T10:00:00Z",
        "2024-12-31T16:00:00Z",
        "2025-04-05T15:00:00Z",
      ),
      fc.integer({ min: -90_000_000, max: 90_000_000 }),
    )
    .map(([text, shift]) => new Date(Date.parse(text) + shift)),
);

/** An amount in major units with two digits, nought and the finest included. */
export const anAmount: fc.Arbitrary<string> = fc.oneof(
  fc
    .integer({ min: 0, max: 5_000_000 })
    .map((minor) => `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, "0")}`),
  fc.constantFrom("0", "0.01", "20.00", "20.00", "99999999.99"),
);

/** Few customers, so that their days meet; ids that trip objects up. */
export const aCustomerId: fc.Arbitrary<string> = fc.constantFrom("c1", "c2", "c3", "__proto__", "constructor", "客户");

const aRefund = fc.record({ refundedAt: anInstant, amount: anAmount });

/** An order of which the sums are known; its id is set by {@link someRows}. */
const anOrder: fc.Arbitrary<OrderSummary> = fc.record(
  {
    id: fc.constant(""),
    customerId: aCustomerId,
    placedAt: anInstant,
    gross: anAmount,
    discount: anAmount,
    tax: anAmount,
    shipping: anAmount,
    items: fc.integer({ min: 0, max: 50 }),
    status: fc.constantFrom("paid", "paid", "paid", "cancelled"),
    refunds: fc.array(aRefund, { maxLength: 3 }),
  },
  { requiredKeys: ["id", "customerId", "placedAt", "gross"] },
);

const aReturn: fc.Arbitrary<StandAloneRefund> = fc.record({
  id: fc.constant(""),
  customerId: aCustomerId,
  refundedAt: anInstant,
  amount: anAmount,
});

/** Orders and stand-alone returns with ids of their own, in no order. */
export const someRows: fc.Arbitrary<(OrderSummary | StandAloneRefund)[]> = fc
  .array(fc.oneof({ weight: 5, arbitrary: anOrder }, { weight: 1, arbitrary: aReturn }), { maxLength: 40 })
  .map((rows) => rows.map((row, i) => ({ ...row, id: `o${i}` })));

/** Orders alone. */
export const someOrders: fc.Arbitrary<OrderSummary[]> = fc
  .array(anOrder, { maxLength: 40 })
  .map((rows) => rows.map((row, i) => ({ ...row, id: `o${i}` })));
