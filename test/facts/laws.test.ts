import {
  collectFacts,
  Facts,
  type FactsRow,
  factsFromColumns,
  factsFromJson,
  factsToColumns,
  factsToJson,
  type RefundPolicy,
  type StoredFacts,
} from "clientele/facts";
import { storedFactsSchema } from "clientele/facts/schema";
import { CrmError } from "clientele/kernel";
import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";
import { anInstant, someOrders, someRows, timeZones } from "../arbitraries/orders.js";
import { runs } from "../arbitraries/runs.js";
import { type Recomputed, recompute } from "./recomputed.js";

const aZone = fc.constantFrom(...timeZones);
const aPolicy = fc.constantFrom<RefundPolicy>("net-by-day", "net-by-order", "ignore");
const options = { currency: "USD", timeZone: "America/New_York" } as const;

/** Everything that can be told of facts, whatever the order of their customers. */
function whole(facts: Facts) {
  return { ...factsToJson(facts), size: facts.size };
}

function stored(rows: Iterable<FactsRow>) {
  return factsToJson(collectFacts(rows, options));
}

function collected(rows: Iterable<FactsRow>) {
  return whole(collectFacts(rows, options));
}

describe("laws", () => {
  it("facts equal a straightforward recomputation, at any date, in any zone, under any refund policy", () => {
    fc.assert(
      fc.property(someRows, anInstant, aZone, aPolicy, (rows, now, timeZone, policy) => {
        const facts = collectFacts(rows, { currency: "USD", timeZone, refunds: policy });
        const expected = recompute(rows, { now, timeZone, policy });
        for (const [id, customer] of expected) {
          const ours = facts.of(id, { now })!;
          expect<Recomputed>({
            orders: ours.orders,
            purchaseDays: ours.purchaseDays,
            items: ours.items,
            firstDay: ours.firstDay,
            lastDay: ours.lastDay,
            gross: BigInt(ours.gross.times(100).toFixed()),
            discount: BigInt(ours.discount.times(100).toFixed()),
            refunds: BigInt(ours.refunds.times(100).toFixed()),
          }).toEqual(customer);
        }
      }),
      runs(1000),
    );
  });

  it("one customer's facts, the totals and the day columns say the same", () => {
    fc.assert(
      fc.property(someRows, anInstant, aPolicy, (rows, now, refunds) => {
        const facts = collectFacts(rows, { ...options, refunds });
        const totals = facts.columns({ now });
        const days = facts.dayColumns({ now });
        for (let c = 0; c < facts.size; c++) {
          const one = facts.of(facts.customerId(c), { now })!;
          const range = [days.offsets[c]!, days.offsets[c + 1]!] as const;
          const sum = (column: Int32Array | Float64Array) =>
            Array.from(column.slice(...range)).reduce((a, b) => a + b, 0);
          expect(totals.net[c]).toBe(one.net.times(100).toNumber());
          expect(sum(days.net)).toBe(totals.net[c]);
          expect(sum(days.orders)).toBe(totals.orders[c]);
          expect(totals.orders[c]).toBe(one.orders);
          expect(totals.purchaseDays[c]).toBe(one.purchaseDays);
          expect([...days.day.slice(...range)]).toEqual([...new Set(days.day.slice(...range))].sort((a, b) => a - b));
          expect(one.gapsDays.length).toBe(Math.max(0, one.purchaseDays - 1));
        }
      }),
      runs(200),
    );
  });

  it("the order of the rows changes nothing", () => {
    fc.assert(
      fc.property(
        someRows.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        ([rows, shuffled]) => {
          expect(collected(shuffled)).toEqual(collected(rows));
        },
      ),
      runs(300),
    );
  });

  it("a disjoint split, merged in any order, equals the facts of all", () => {
    fc.assert(
      fc.property(someRows, fc.infiniteStream(fc.nat(3)), (rows, parts) => {
        const split: FactsRow[][] = [[], [], [], []];
        for (const row of rows) split[parts.next().value!]!.push(row);
        const merged = new Facts(options);
        for (const part of split.reverse()) merged.merge(collectFacts(part, options));
        expect(whole(merged)).toEqual(collected(rows));
      }),
      runs(300),
    );
  });

  it("adding one by one equals collecting at once", () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const facts = new Facts(options);
        for (const row of rows) facts.add(row);
        expect(whole(facts)).toEqual(collected(rows));
      }),
      runs(300),
    );
  });

  it("amending equals collecting the amended, and amending back undoes it", () => {
    fc.assert(
      fc.property(someRows, someRows, (rows, others) => {
        fc.pre(rows.length > 0 && others.length > 0);
        const [before, after] = [rows[0]!, { ...others[0]!, id: rows[0]!.id }];
        const facts = collectFacts(rows, options);
        facts.amend(before, after);
        expect(factsToJson(facts)).toEqual(stored([after, ...rows.slice(1)]));
        facts.amend(after, before);
        expect(factsToJson(facts)).toEqual(stored(rows));
      }),
      runs(300),
    );
  });

  it("removing every order leaves the facts of nobody", () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const facts = collectFacts(rows, options);
        for (const row of rows) facts.remove(row);
        expect(factsToJson(facts)).toEqual(stored([]));
      }),
      runs(200),
    );
  });

  it("a refused amendment changes nothing", () => {
    fc.assert(
      fc.property(someOrders, (rows) => {
        fc.pre(rows.length > 0);
        const facts = collectFacts(rows, options);
        const before = factsToJson(facts);
        expect(() => facts.amend({ ...rows[0]!, id: "unknown" }, rows[0]!)).toThrow(CrmError);
        expect(() => facts.amend(rows[0]!, { ...rows[0]!, gross: "NaN" })).toThrow(CrmError);
        expect(() => facts.add(rows[0]!)).toThrow(CrmError);
        expect(factsToJson(facts)).toEqual(before);
      }),
      runs(100),
    );
  });

  it("later days are not seen: facts as of a date equal the facts of what happened until that day's end", () => {
    fc.assert(
      fc.property(someRows, anInstant, aPolicy, (rows, now, refunds) => {
        const all = collectFacts(rows, { ...options, refunds });
        const today = all.context.zone.dayOf(now);
        const isSeen = (at: Date) => all.context.zone.dayOf(at) <= today;
        const until = rows
          .filter((row) => isSeen("refundedAt" in row ? row.refundedAt : row.placedAt))
          .map((row) =>
            "refundedAt" in row ? row : { ...row, refunds: row.refunds?.filter((each) => isSeen(each.refundedAt)) },
          );
        const past = collectFacts(until, { ...options, refunds });
        for (const one of past.each({ now: new Date("2030-01-01T00:00:00Z") }))
          expect({ ...all.of(one.customerId, { now }), asOf: one.asOf }).toEqual(one);
      }),
      runs(300),
    );
  });

  it("stored and read again, the facts are the same", () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const json = stored(rows);
        expect(factsToJson(factsFromJson(JSON.parse(JSON.stringify(json))))).toEqual(json);
      }),
      runs(200),
    );
  });

  it("stored as columns and read again, the facts are the same, and go on", () => {
    fc.assert(
      fc.property(someRows, someRows, (rows, more) => {
        const facts = collectFacts(rows, options);
        const back = factsFromColumns(factsToColumns(facts));
        expect(factsToJson(back)).toEqual(factsToJson(facts));
        const later = more.map((row) => ({ ...row, id: `later-${row.id}` }));
        for (const row of later) back.add(row);
        expect(factsToJson(back)).toEqual(stored([...rows, ...later]));
      }),
      runs(200),
    );
  });

  it("what is stored fits its schema", () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const json = JSON.parse(JSON.stringify(stored(rows)));
        expect(storedFactsSchema.parse(json)).toEqual(json);
      }),
      runs(100),
    );
    expectTypeOf<z.output<typeof storedFactsSchema>>().toExtend<StoredFacts>();
  });

  it("money is conserved: what was read is what is kept and what rounding took", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000_000 }), { maxLength: 30 }), (tenThousandths) => {
        const rows = tenThousandths.map((amount, i) => ({
          id: String(i),
          customerId: `c${i % 3}`,
          placedAt: new Date(1_700_000_000_000 + i * 3_600_000),
          gross: (amount / 10_000).toFixed(4),
        }));
        const facts = collectFacts(rows, options);
        const kept = facts.columns({ now: new Date("2030-01-01T00:00:00Z") }).gross.reduce((a, b) => a + b, 0);
        const read = tenThousandths.reduce((a, b) => a + b, 0);
        expect(kept * 100 + facts.rounding.times(10_000).toNumber()).toBe(read);
      }),
      runs(200),
    );
  });
});
