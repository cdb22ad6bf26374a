import { collectFacts, collectFactsFromColumns, factsToJson, type IdColumn, type OrderSummary } from "clientele/facts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { someOrders } from "../arbitraries/orders.js";
import { runs } from "../arbitraries/runs.js";
import { cents } from "./recomputed.js";

const options = { currency: "USD", timeZone: "America/New_York" } as const;

/** Orders as columns hold them: paid, without tax and shipping. */
const plainOrders = someOrders.map((orders) =>
  orders.map(({ id, customerId, placedAt, gross, discount = "0", items = 0 }) => ({
    id,
    customerId: customerId!,
    placedAt,
    gross,
    discount,
    items,
  })),
);

function idColumns(ids: readonly string[]): IdColumn[] {
  const dictionary = [...new Set(ids)];
  return [ids, { dictionary, indices: Int32Array.from(ids, (id) => dictionary.indexOf(id)) }];
}

describe("laws", () => {
  it("rows and columns give identical facts, in every form of the columns", () => {
    fc.assert(
      fc.property(plainOrders, (orders) => {
        const rows = collectFacts(orders as OrderSummary[], options);
        const ms = orders.map(({ placedAt }) => placedAt.getTime());
        const minor = (key: "gross" | "discount") => Float64Array.from(orders, (order) => Number(cents(order[key])));
        for (const customerIds of idColumns(orders.map(({ customerId }) => customerId)))
          for (const [placedAt, timeUnit] of [
            [Float64Array.from(ms), "millisecond"],
            [BigInt64Array.from(ms, (at) => BigInt(at) * 1000n), "microsecond"],
            [BigInt64Array.from(ms, (at) => BigInt(at) * 1_000_000n), "nanosecond"],
            [orders.map((order) => order.placedAt), "millisecond"],
          ] as const)
            for (const gross of [
              minor("gross"),
              BigInt64Array.from(minor("gross"), BigInt),
              orders.map((o) => o.gross),
            ]) {
              const columns = collectFactsFromColumns(
                {
                  customerIds,
                  placedAt,
                  timeUnit,
                  gross,
                  discount: minor("discount"),
                  items: Int32Array.from(orders, ({ items }) => items),
                  orderIds: orders.map(({ id }) => id),
                },
                options,
              );
              expect(columns.customerIds()).toEqual(rows.customerIds());
              expect(factsToJson(columns)).toEqual(factsToJson(rows));
              const now = new Date("2025-01-01T00:00:00Z");
              expect(columns.columns({ now })).toEqual(rows.columns({ now }));
            }
      }),
      runs(60),
    );
  });

  it("whole-number ids are the ids of their text, near or far apart", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.integer()), fc.nat(400)), { maxLength: 40 }),
        (orders) => {
          const rows = collectFacts(
            orders.map(([id, day], i) => ({
              id: String(i),
              customerId: String(id),
              placedAt: new Date((18000 + day) * 86_400_000 + 43_200_000),
              gross: "1.00",
            })),
            options,
          );
          const ids = orders.map(([id]) => id);
          for (const customerIds of [Int32Array.from(ids), Float64Array.from(ids), BigInt64Array.from(ids, BigInt)]) {
            const columns = collectFactsFromColumns(
              {
                customerIds,
                placedAt: Int32Array.from(orders, ([, day]) => 18000 + day),
                timeUnit: "day",
                gross: new Int32Array(orders.length).fill(100),
              },
              options,
            );
            expect(factsToJson(columns)).toEqual(factsToJson(rows));
            for (const id of ids) expect(columns.customerId(columns.indexOf(String(id))!)).toBe(String(id));
          }
        },
      ),
      runs(100),
    );
  });

  it("stand-alone and linked refunds as columns equal the rows", () => {
    const now = new Date("2026-12-31T00:00:00Z");
    const placedAt = new Date("2026-01-05T12:00:00Z");
    const refundedAt = new Date("2026-02-05T12:00:00Z");
    for (const refunds of ["net-by-day", "net-by-order"] as const) {
      const rows = collectFacts(
        [
          { id: "1", customerId: "a", placedAt, gross: "10", refunds: [{ refundedAt, amount: "4" }] },
          { id: "2", customerId: "b", placedAt, gross: "10" },
        ],
        { ...options, refunds },
      );
      const columns = collectFactsFromColumns(
        {
          customerIds: ["a", "b"],
          placedAt: [placedAt, placedAt],
          gross: Int32Array.of(1000, 1000),
          refunds: { customerIds: ["a"], refundedAt: [refundedAt], placedAt: [placedAt], amount: ["4"] },
        },
        { ...options, refunds },
      );
      expect(factsToJson(columns)).toEqual(factsToJson(rows));
      const days = rows.of("a", { now })!.days.map(({ day, net }) => [day, net.toNumber()]);
      expect(days).toEqual(
        refunds === "net-by-day"
          ? [
              ["2026-01-05", 10],
              ["2026-02-05", -4],
            ]
          : [["2026-01-05", 6]],
      );
    }
  });
});
