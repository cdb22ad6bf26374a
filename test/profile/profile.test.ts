import { collectFacts } from "clientele/facts";
import { historyOf, parseCustomer, parseOrder } from "clientele/model";
import { composeSubject, profileAll, profileCustomer } from "clientele/profile";
import { type RfmScoring, scoreRfm } from "clientele/rfm";
import { phrase } from "clientele/words";
import { en } from "clientele/words/en";
import { zhCN } from "clientele/words/zh-CN";
import { describe, expect, it } from "vitest";

const when = { now: new Date("2026-11-22T00:00:00Z"), timeZone: "Asia/Shanghai" };
const line = { productId: "p1", quantity: 2, amount: "30.00", discount: "5.00" };
const orders = [
  parseOrder({ id: "o1", customerId: "c42", placedAt: "2026-10-01T10:00:00Z", currency: "CNY", lines: [line] }),
  parseOrder({ id: "o2", customerId: "c42", placedAt: "2026-10-31T10:00:00Z", currency: "CNY", lines: [line] }),
  parseOrder({
    id: "o3",
    customerId: "c42",
    placedAt: "2026-11-10T10:00:00Z",
    currency: "CNY",
    lines: [line],
    refunds: [{ id: "r1", refundedAt: "2026-11-12T10:00:00Z", amount: "10.00" }],
  }),
  parseOrder({ id: "o4", customerId: "c42", placedAt: "2026-12-01T10:00:00Z", currency: "CNY", lines: [line] }),
  parseOrder({ id: "o5", customerId: "c7", placedAt: "2026-11-01T10:00:00Z", currency: "CNY", lines: [line] }),
];
const facts = collectFacts(orders, { currency: "CNY", timeZone: when.timeZone });
const scores: RfmScoring = {
  by: "thresholds",
  recencyDays: [7, 30, 90, 365],
  frequency: [2, 3, 5, 10],
  monetary: [50, 100, 500, 1000],
};
const rfm = scoreRfm(facts, { ...when, scores });
const customer = parseCustomer({ id: "c42", attributes: { geographic: { city: "上海" }, custom: { shoeSize: 42 } } });

describe("golden: the view of one customer, by hand", () => {
  const subject = composeSubject(customer, {
    facts,
    rfm,
    now: when.now,
    history: historyOf({ orders: orders.slice(0, 4) }),
  });
  const profile = profileCustomer(subject, when);

  it("adds up what they bought", () => {
    const { averageOrderValue, refundShare, net, ...rest } = profile.buying!;
    expect(rest).toMatchObject({
      orders: 3,
      purchaseDays: 3,
      items: 6,
      firstDay: "2026-10-01",
      lastDay: "2026-11-10",
      daysSinceLast: 12,
      medianGapDays: 20,
    });
    expect(net.toFixed(2)).toBe("65.00");
    expect(averageOrderValue!.toFixed(2)).toBe("21.67");
    expect(refundShare).toBeCloseTo(10 / 90, 12);
  });

  it("carries the customer, the scores and what is recent, newest first and nothing later than now", () => {
    expect(profile.customer?.attributes.custom).toEqual({ shoeSize: 42 });
    expect(profile.rfm?.cell).toBe("432");
    expect(profile.recentOrders.map(({ id }) => id)).toEqual(["o3", "o2", "o1"]);
  });

  it("says why, in two languages", () => {
    expect(profile.reasons.map((reason) => phrase(reason, en))).toEqual([
      "3 orders since 2026-10-01, 65.00 CNY net.",
      "Usually buys every 20 days; the last order is 12 days old.",
      "Last bought 12 days ago: recency 4 of 5.",
      "3 orders: frequency 3 of 5.",
      "Spent 65.00 CNY net: monetary 2 of 5.",
      "Cell 432 belongs to Potential loyalist.",
    ]);
    for (const reason of profile.reasons) expect(phrase(reason, zhCN)).not.toBe(reason.code);
  });

  it("says until when it holds: recency passes 30 days at the local midnight of 11 December", () => {
    expect(profile.nextChangeAt?.toISOString()).toBe("2026-12-10T16:00:00.000Z");
  });

  it("is plain data", () => {
    const json = JSON.parse(JSON.stringify(profile));
    expect(json.buying.net).toBe("65");
    expect(JSON.stringify(json)).not.toContain("null");
  });
});

describe("edges", () => {
  it("what is not known is undefined", () => {
    const profile = profileCustomer(composeSubject("nobody", { facts, rfm, now: when.now }), when);
    expect(profile).toMatchObject({ customerId: "nobody", reasons: [], recentOrders: [], recentEvents: [] });
    expect([profile.buying, profile.rfm, profile.customer, profile.nextChangeAt]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("a customer without an order says so", () => {
    const returned = collectFacts([{ id: "r", customerId: "a", refundedAt: when.now, amount: "5" }], {
      currency: "CNY",
      timeZone: when.timeZone,
    });
    const [profile] = profileAll({ facts: returned }, { now: when.now });
    expect(profile!.reasons).toEqual([{ code: "NO_ORDER", values: {} }]);
    expect([profile!.buying?.averageOrderValue, profile!.buying?.refundShare]).toEqual([undefined, undefined]);
  });
});

describe("laws", () => {
  it("all profiles are each customer's profile", () => {
    const all = [
      ...profileAll({ facts, rfm, customerOf: (id) => (id === "c42" ? customer : undefined) }, { now: when.now }),
    ];
    expect(all.map(({ customerId }) => customerId)).toEqual(["c42", "c7"]);
    for (const profile of all) {
      const subject = composeSubject(profile.customerId === "c42" ? customer : profile.customerId, {
        facts,
        rfm,
        now: when.now,
      });
      expect(profile).toEqual(profileCustomer(subject, when));
    }
  });
});
