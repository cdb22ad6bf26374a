import { historyOf, parseEvent, parseOrder } from "clientele/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../arbitraries/runs.js";

const orderAt = (id: string, placedAt: Date) => parseOrder({ id, placedAt, currency: "CNY", lines: [] });
const eventAt = (id: string, type: "view" | "visit", at: Date) => parseEvent({ id, type, at });
const second = (n: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, n));

describe("a history", () => {
  it("has both ends of a window in", () => {
    const history = historyOf({ orders: [3, 1, 2].map((n) => orderAt(`o${n}`, second(n))) });
    expect(history.orders({ from: second(1), to: second(2) }).map((order) => order.id)).toEqual(["o1", "o2"]);
    expect(history.orders({ from: second(2) }).map((order) => order.id)).toEqual(["o2", "o3"]);
    expect(history.orders({ to: new Date(second(2).getTime() - 1) }).map((order) => order.id)).toEqual(["o1"]);
  });

  it("sorts equal instants by id, by code point", () => {
    const history = historyOf({ orders: ["𠮷", "b", "B", "～"].map((id) => orderAt(id, second(1))) });
    expect(history.orders().map((order) => order.id)).toEqual(["B", "b", "～", "𠮷"]);
  });

  it("is empty without rows", () => {
    const history = historyOf({});
    expect(history.orders()).toEqual([]);
    expect(history.events({ type: "view" })).toEqual([]);
  });

  it("equals a filter of all events, whatever their order", () => {
    const anEvent = fc.record({
      id: fc.stringMatching(/^[a-z]{6}$/),
      type: fc.constantFrom("view" as const, "visit" as const),
      n: fc.nat(20),
    });
    fc.assert(
      fc.property(fc.uniqueArray(anEvent, { selector: (e) => e.id }), fc.nat(20), fc.nat(20), (rows, from, to) => {
        const events = rows.map((row) => eventAt(row.id, row.type, second(row.n)));
        const wanted = rows
          .filter((row) => row.type === "view" && row.n >= from && row.n <= to)
          .sort((a, b) => a.n - b.n || (a.id < b.id ? -1 : 1))
          .map((row) => row.id);
        const window = { type: "view" as const, from: second(from), to: second(to) };
        expect(
          historyOf({ events })
            .events(window)
            .map((e) => e.id),
        ).toEqual(wanted);
        expect(
          historyOf({ events: [...events].reverse() })
            .events(window)
            .map((e) => e.id),
        ).toEqual(wanted);
      }),
      runs(),
    );
  });
});
