import { collectFacts } from "clientele/facts";
import { Decimal, epochDay, hashFraction, localTimeOf, zoneOf } from "clientele/kernel";
import { customerSchema, eventSchema, type Order, orderSchema, productSchema } from "clientele/model";
import { type SimulateShopOptions, simulateShop } from "clientele/simulate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../arbitraries/runs.js";

const base: SimulateShopOptions = {
  seed: "shop",
  customers: 300,
  from: new Date("2025-01-01T00:00:00Z"),
  to: new Date("2026-01-01T00:00:00Z"),
  timeZone: "UTC",
  currency: "EUR",
};

/** Customers of whom none ever leaves, all there from the first day: a year of plain Poisson purchases. */
const steady: SimulateShopOptions = {
  ...base,
  customers: 3000,
  acquisition: "first-day",
  purchasing: { model: "pareto-nbd", r: 2, alphaDays: 60, s: 1, betaDays: 1e12 },
  visitsPerPurchase: 0,
};

const aShop = fc.record({
  seed: fc.oneof(fc.string(), fc.integer()),
  customers: fc.integer({ min: 0, max: 8 }),
  from: fc.constantFrom("2024-02-27T13:00:00Z", "2024-10-20T00:00:00Z", "2011-12-20T10:00:00Z").map((t) => new Date(t)),
  days: fc.integer({ min: 2, max: 90 }),
  timeZone: fc.constantFrom("UTC", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"),
  currency: fc.constantFrom("EUR", "JPY", "KWD"),
  products: fc.integer({ min: 1, max: 40 }),
  opens: fc.integer({ min: 0, max: 12 }),
  hours: fc.integer({ min: 1, max: 12 }),
  taxPercent: fc.constantFrom(0, 19),
  shipping: fc.constantFrom(0, "5"),
  returnsPercent: fc.constantFrom(0, 30, 100),
  prospectShare: fc.constantFrom(0, 0.3, 1),
});

function optionsOf({
  days,
  opens,
  hours,
  ...shop
}: typeof aShop extends fc.Arbitrary<infer S> ? S : never): SimulateShopOptions {
  const startsOn = shop.from.toISOString().slice(0, 10);
  return {
    ...shop,
    to: new Date(shop.from.getTime() + days * 86_400_000),
    openingHours: { opens, closes: opens + hours },
    purchasing: { model: "bg-nbd", r: 1, alphaDays: 5, a: 1, b: 5 },
    campaigns: [{ id: "spring", startsOn, days: 10, lift: 3, discountPercent: 15 }],
  };
}

describe("laws: every shop", () => {
  it("holds what the model's schemas allow, with ids that are never used twice", () => {
    fc.assert(
      fc.property(aShop, (shape) => {
        const shop = simulateShop(optionsOf(shape));
        const ids = new Set<string>();
        let count = 0;
        for (const product of shop.products) expect(productSchema.safeParse(product).error).toBeUndefined();
        for (const { customer, orders, events } of shop.each()) {
          expect(customerSchema.safeParse(customer).error).toBeUndefined();
          for (const order of orders) expect(orderSchema.safeParse(order).error).toBeUndefined();
          for (const event of events) expect(eventSchema.safeParse(event).error).toBeUndefined();
          const all = [customer, ...orders, ...orders.flatMap(({ refunds }) => refunds), ...events];
          for (const { id } of all) ids.add(id);
          count += all.length;
        }
        expect(ids.size).toBe(count);
      }),
      runs(40),
    );
  });

  it("stays within its days and opening hours, on DST nights too", () => {
    fc.assert(
      fc.property(aShop, (shape) => {
        const options = optionsOf(shape);
        const zone = zoneOf(options.timeZone);
        const { opens, closes } = options.openingHours!;
        const wrong: unknown[] = [];
        const check = (at: Date) => {
          const { hour } = localTimeOf(at, zone.timeZone);
          if (at < options.from || at >= options.to || hour < opens || hour >= closes) wrong.push(at);
        };
        const shop = simulateShop(options);
        for (const { placedAt, refunds } of shop.orders()) {
          check(placedAt);
          for (const { refundedAt } of refunds) {
            check(refundedAt);
            if (refundedAt <= placedAt) wrong.push(refundedAt);
          }
        }
        for (const { at } of shop.events()) check(at);
        expect(wrong).toEqual([]);
      }),
      runs(40),
    );
  });

  it("writes orders that add up", () => {
    fc.assert(
      fc.property(aShop, (shape) => {
        const options = optionsOf(shape);
        const prices = new Map(simulateShop(options).products.map(({ id, price }) => [id, price!]));
        for (const { lines, refunds } of simulateShop(options).orders()) {
          expect(lines.length).toBeGreaterThan(0);
          for (const { productId, quantity, unitPrice, amount, discount } of lines) {
            expect(unitPrice?.equals(prices.get(productId)!)).toBe(true);
            expect(amount.equals(unitPrice!.times(quantity))).toBe(true);
            expect(discount.lessThanOrEqualTo(amount)).toBe(true);
          }
          const paid = lines.reduce((sum, line) => sum.plus(line.amount).minus(line.discount), new Decimal(0));
          const back = refunds.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
          expect(back.lessThanOrEqualTo(paid)).toBe(true);
        }
      }),
      runs(40),
    );
  });

  it("does not change a customer when more come, or when asked again or alone", () => {
    fc.assert(
      fc.property(aShop, fc.integer({ min: 1, max: 5 }), (shape, more) => {
        const options = optionsOf(shape);
        const shop = simulateShop(options);
        const larger = simulateShop({ ...options, customers: options.customers + more });
        const text = JSON.stringify([...shop.each()]);
        expect(JSON.stringify([...larger.each()].slice(0, options.customers))).toBe(text);
        expect(JSON.stringify([...shop.each()])).toBe(text);
        expect(JSON.stringify(Array.from({ length: shop.size }, (_, i) => shop.at(i)))).toBe(text);
        expect(JSON.stringify([...shop.orders()])).toBe(
          JSON.stringify([...shop.each()].flatMap(({ orders }) => orders)),
        );
      }),
      runs(20),
    );
  });

  it("tells orders and events by time, the same ones", () => {
    const shop = simulateShop(base);
    const orders = [...shop.ordersByTime()];
    expect(orders.every(({ placedAt }, i) => i === 0 || placedAt >= orders[i - 1]!.placedAt)).toBe(true);
    expect(orders.map(({ id }) => id).sort()).toEqual([...shop.orders()].map(({ id }) => id).sort());
    const events = [...shop.eventsByTime()];
    expect(events.every(({ at }, i) => i === 0 || at >= events[i - 1]!.at)).toBe(true);
    expect(events.length).toBe([...shop.events()].length);
  });

  it("is another shop for another seed", () => {
    const text = (seed: string) => JSON.stringify([...simulateShop({ ...base, seed, customers: 3 }).orders()]);
    expect(text("a")).not.toBe(text("b"));
  });

  it("is taken by facts without a row set aside", () => {
    const shop = simulateShop({ ...base, taxPercent: 19, returnsPercent: 20 });
    const facts = collectFacts(shop.orders(), { currency: "EUR", timeZone: "UTC" });
    expect(facts.size).toBe(300);
    expect(facts.rounding.isZero()).toBe(true);
  });
});

/** Sees that a mean is within four standard errors of what it should be. */
function expectMean(values: readonly number[], expected: number): void {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
  expect(Math.abs(mean - expected)).toBeLessThan(4 * Math.sqrt(variance / values.length));
}

const grossOf = ({ lines }: Order) => lines.reduce((sum, { amount }) => sum + amount.toNumber(), 0);

describe("laws: the truth is in the data", () => {
  it("buys and leaves as Pareto/NBD says (Schmittlein, Morrison, Colombo 1987)", () => {
    const [r, alphaDays, s, betaDays] = [0.8, 60, 1.5, 200];
    const purchasing = { model: "pareto-nbd", r, alphaDays, s, betaDays } as const;
    const shop = simulateShop({ ...steady, customers: 6000, purchasing });
    const all = [...shop.each()];
    // A customer comes at any time of the first day: half a day less than the year on average.
    const t = 364.5;
    const repeats = ((r * betaDays) / (alphaDays * (s - 1))) * (1 - (betaDays / (betaDays + t)) ** (s - 1));
    expectMean(
      all.map(({ orders }) => orders.length - 1),
      repeats,
    );
    expectMean(
      all.map(({ truth }) => (truth.isAlive ? 1 : 0)),
      (betaDays / (betaDays + t)) ** s,
    );
    expectMean(
      all.map(({ truth }) => truth.purchasesPerDay),
      r / alphaDays,
    );
    expectMean(
      all.map(({ truth }) => truth.leavingPerDay!),
      s / betaDays,
    );
  });

  it("leaves after purchases as BG/NBD and MBG/NBD say", () => {
    const [a, b] = [1, 3];
    const shopOf = (model: "bg-nbd" | "mbg-nbd") => [
      ...simulateShop({ ...steady, purchasing: { model, r: 1, alphaDays: 10, a, b } }).each(),
    ];
    const bg = shopOf("bg-nbd");
    expectMean(
      bg.map(({ truth }) => truth.leavingPerPurchase!),
      a / (a + b),
    );
    // Nobody leaves without a repeat purchase, and who has left bought on that very day last.
    for (const { truth, orders } of bg)
      if (!truth.isAlive) {
        expect(orders.length).toBeGreaterThan(1);
        expect(orders.at(-1)!.placedAt.toISOString().slice(0, 10)).toBe(truth.leftOn);
      }
    // The first purchase is fatal to a/(a + b); the first repeat to a/(a + b) as well, of those who get that far.
    expectMean(
      shopOf("mbg-nbd").map(({ truth, orders }) => (!truth.isAlive && orders.length === 1 ? 1 : 0)),
      a / (a + b),
    );
    const repeated = bg.filter(({ orders }) => orders.length > 1);
    const leftAtFirst = repeated.map(({ truth, orders }) => (!truth.isAlive && orders.length === 2 ? 1 : 0));
    expectMean(leftAtFirst, a / (a + b));
  });

  it("buys at each customer's own rate while they stay", () => {
    const shop = simulateShop({ ...base, customers: 3000 });
    const days = [...shop.each()].map(({ truth, orders }) => {
      const end = truth.leftOn === undefined ? epochDay("2026-01-01") : epochDay(truth.leftOn) + 0.5;
      const start = epochDay(truth.cameOn) + (truth.leftOn === truth.cameOn ? 0.25 : 0.5);
      return orders.length - 1 - truth.purchasesPerDay * (end - start);
    });
    expectMean(days, 0);
  });

  it("spends each customer's own mean", () => {
    const shop = simulateShop({ ...steady, spend: { mean: 60, p: 6, q: 4 } });
    const ratios: number[] = [];
    const means: number[] = [];
    for (const { truth, orders } of shop.each()) {
      means.push(truth.meanOrder.toNumber());
      for (const order of orders) ratios.push(grossOf(order) / truth.meanOrder.toNumber());
    }
    expectMean(means, 60);
    // Beside the mean itself, first lines that take at least one piece of the cheapest product lift it a little.
    const ratio = ratios.reduce((sum, x) => sum + x, 0) / ratios.length;
    expect(ratio).toBeGreaterThan(0.99);
    expect(ratio).toBeLessThan(1.03);
  });

  it("prefers the favourite category by its share", () => {
    let [lines, favourites, expected] = [0, 0, 0];
    for (const { truth, orders } of simulateShop(steady).each())
      for (const line of orders.flatMap((order) => order.lines)) {
        lines++;
        expected += truth.categoryShares[truth.favouriteCategory];
        if (line.category === truth.favouriteCategory) favourites++;
      }
    expect(Math.abs(favourites - expected) / lines).toBeLessThan(0.03);
  });

  it("lifts treated customers by the lift, and leaves the control group as it is without a campaign", () => {
    const campaign = { id: "june", startsOn: "2025-06-01", days: 30, lift: 1.8, share: 0.4, discountPercent: 20 };
    const window = [new Date("2025-06-01T00:00:00Z"), new Date("2025-07-01T00:00:00Z")] as const;
    const inWindow = ({ placedAt }: Order) => placedAt >= window[0] && placedAt < window[1];
    const without = simulateShop(steady);
    const [treated, control]: [number[], number[]] = [[], []];
    let index = 0;
    for (const { truth, orders, events } of simulateShop({ ...steady, campaigns: [campaign] }).each()) {
      // Bought beside what the customer's own rate expects.
      const beside = orders.filter(inWindow).length / (truth.purchasesPerDay * 30);
      if (truth.campaigns.includes("june")) {
        treated.push(beside);
        expect(events.filter(({ type }) => type === "message-sent")).toHaveLength(1);
        for (const order of orders.filter((order) => order.lines.some(({ discount }) => !discount.isZero())))
          expect(inWindow(order)).toBe(true);
        for (const { lines } of orders.filter(inWindow))
          for (const { amount, discount } of lines)
            expect(discount.equals(amount.times("0.2").toDecimalPlaces(2))).toBe(true);
      } else {
        control.push(beside);
        expect(JSON.stringify(orders)).toBe(JSON.stringify(without.at(index)!.orders));
      }
      index++;
    }
    expect(Math.abs(treated.length / 3000 - 0.4)).toBeLessThan(4 * Math.sqrt((0.4 * 0.6) / 3000));
    expectMean(treated, 1.8);
    expectMean(control, 1);
  });

  it("is busy by season and weekday, and closed where it is", () => {
    const months = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 4];
    const shop = simulateShop({ ...steady, seasonality: { months, weekdays: { sunday: 0 } } });
    const orders = [...shop.orders()];
    expect(orders.filter(({ placedAt }) => placedAt.getUTCDay() === 0)).toEqual([]);
    // Open days of 2025: 25 in November (5 Sundays of 30), 27 in December (4 Sundays of 31).
    const inMonth = (month: number) => orders.filter(({ placedAt }) => placedAt.getUTCMonth() === month).length;
    const ratio = inMonth(11) / inMonth(10);
    const expected = (4 * 27) / 25;
    expect(Math.abs(ratio / expected - 1)).toBeLessThan(4 * Math.sqrt(1 / inMonth(11) + 1 / inMonth(10)));
  });

  it("takes back the share it says, and knows those who never buy", () => {
    const shop = simulateShop({ ...steady, returnsPercent: 12, prospectShare: 0.25, visitsPerPurchase: 1 });
    const buyers: number[] = [];
    const returned: number[] = [];
    for (const { truth, orders, events } of shop.each()) {
      buyers.push(orders.length > 0 ? 1 : 0);
      if (orders.length === 0) {
        expect(truth.purchasesPerDay).toBe(0);
        expect(events.length).toBeGreaterThan(0);
      }
      // Four months later nearly everything that comes back has come.
      const old = orders.filter(({ placedAt }) => placedAt < new Date("2025-09-01T00:00:00Z"));
      if (old.length > 0) returned.push(old.filter(({ refunds }) => refunds.length > 0).length / old.length);
    }
    expectMean(buyers, 0.75);
    expectMean(returned, 0.12);
  });

  it("treats whom the hash of seed and campaign says, so that a host can tell the same groups", () => {
    const campaigns = [{ id: "x", startsOn: "2025-03-01", days: 5, lift: 1, share: 0.5 }];
    for (const { truth } of simulateShop({ ...base, campaigns }).each())
      expect(truth.campaigns.includes("x")).toBe(hashFraction(truth.customerId, "shop/x") < 0.5);
  });
});

describe("edges", () => {
  it("counts whole local days alone", () => {
    const options = {
      ...base,
      from: new Date("2025-01-01T05:00:00Z"),
      to: new Date("2025-01-03T20:00:00Z"),
      customers: 200,
    };
    for (const { placedAt } of simulateShop(options).orders())
      expect(placedAt.toISOString().slice(0, 10)).toBe("2025-01-02");
  });

  it("has no customer at an index that is none", () => {
    const shop = simulateShop({ ...base, customers: 2 });
    expect([shop.at(-1), shop.at(2), shop.at(0.5)]).toEqual([undefined, undefined, undefined]);
    expect([...simulateShop({ ...base, customers: 0 }).orders()]).toEqual([]);
  });

  it("opens no day that the zone skips", () => {
    // Samoa had no 30 December 2011.
    const options = {
      ...base,
      timeZone: "Pacific/Apia",
      from: new Date("2011-12-28T10:00:00Z"),
      to: new Date("2012-01-02T10:00:00Z"),
      customers: 200,
    };
    const zone = zoneOf("Pacific/Apia");
    const days = new Set([...simulateShop(options).orders()].map(({ placedAt }) => zone.dayOf(placedAt)));
    expect(days.has(epochDay("2011-12-30"))).toBe(false);
    expect(days.size).toBeGreaterThan(2);
  });
});

describe("errors", () => {
  const never = new Date("never");
  it.each<[string, Partial<Record<keyof SimulateShopOptions, unknown>>, string]>([
    ["half a customer", { customers: 0.5 }, "INVALID_OPTION"],
    ["fewer than none", { customers: -1 }, "INVALID_OPTION"],
    ["no product", { products: 0 }, "INVALID_OPTION"],
    ["no whole day", { to: new Date("2025-01-01T23:00:00Z") }, "INVALID_OPTION"],
    ["an invalid start", { from: never }, "INVALID_INSTANT"],
    ["an unknown zone", { timeZone: "Mars/Olympus" }, "UNKNOWN_TIME_ZONE"],
    ["an unknown currency", { currency: "XXQ" }, "UNKNOWN_CURRENCY"],
    ["hours backwards", { openingHours: { opens: 9, closes: 9 } }, "INVALID_OPTION"],
    ["eleven months", { seasonality: { months: new Array(11).fill(1) } }, "INVALID_OPTION"],
    ["a negative weekday", { seasonality: { weekdays: { monday: -1 } } }, "INVALID_OPTION"],
    ["a shop that never opens", { seasonality: { months: new Array(12).fill(0) } }, "INVALID_OPTION"],
    ["a share above 1", { prospectShare: 1.5 }, "INVALID_OPTION"],
    ["returns of NaN", { returnsPercent: Number.NaN }, "INVALID_OPTION"],
    ["a text as a mean", { spend: { mean: "much" } }, "INVALID_AMOUNT"],
    ["a mean of nothing", { spend: { mean: 0 } }, "INVALID_OPTION"],
    ["customers without a mean", { spend: { mean: 5, q: 1 } }, "INVALID_OPTION"],
    ["an unknown model", { purchasing: { model: "x", r: 1, alphaDays: 1, a: 1, b: 1 } }, "INVALID_OPTION"],
    ["a shape of 0", { purchasing: { model: "bg-nbd", r: 0, alphaDays: 1, a: 1, b: 1 } }, "INVALID_OPTION"],
    ["an unknown acquisition", { acquisition: "never" }, "INVALID_OPTION"],
    ["a campaign on no day", { campaigns: [{ id: "x", startsOn: "2025-02-30", days: 1, lift: 1 }] }, "INVALID_INSTANT"],
    ["a campaign of no days", { campaigns: [{ id: "x", startsOn: "2025-02-03", days: 0, lift: 1 }] }, "INVALID_OPTION"],
    ["a negative lift", { campaigns: [{ id: "x", startsOn: "2025-02-03", days: 1, lift: -1 }] }, "INVALID_OPTION"],
  ])("refuses %s", (_, wrong, code) => {
    expect(() => simulateShop({ ...base, ...wrong } as SimulateShopOptions)).toThrow(expect.objectContaining({ code }));
  });
});
