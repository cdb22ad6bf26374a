import { describe, expect, it } from "vitest";
import { exact, linesOf, runDemo } from "./run-demo.js";

describe("reconciliation", () => {
  it("counts every line and every unit of money once, whatever is wrong with it", async () => {
    const run = await runDemo(
      ...linesOf(
        "1,ann,2026-01-05,a,1,10.005", // used; 10.01 after rounding
        "2,,2026-01-05,a,1,7.00",
        "3,bob,2026-02-29,a,1,6.00",
        "4,bob,,a,1,5.00",
        "5,bob,05/01/2026,a,1,4.00",
        "6,bob,2026-01-05,a,1,NaN",
        "7,bob,2026-01-05,a,1,Infinity",
        "8,bob,2026-01-05,a,1,ten",
        "9,bob,2026-01-05,a,1,",
        "10,bob,2026-01-05,a,1.5,3.00",
        "11,bob,2026-01-05,a,-1,3.00",
        "1,bob,2026-01-05,a,1,2.00", // ann's order
        ",bob,2026-01-05,a,1,1.00",
        "12,bob,2026-01-05,a,1,99999999999999999999",
        "13,bob,2026-01-05",
        "14,ann,2026-03-01,a,1,1.25",
        "15,ann,2026-01-06,a,-1,-2.00", // a return
      ),
      "--now",
      "2026-02-01",
    );
    expect(run.stderr).toBe("");
    const { rowsRead, rowsUsed, setAside, money } = run.reconciliation();
    expect(rowsRead).toBe(17);
    expect(rowsUsed).toBe(2);
    expect(setAside).toEqual({
      INVALID_AMOUNT: 4,
      INVALID_DATE: 3,
      INVALID_QUANTITY: 2,
      NO_CUSTOMER: 1,
      ORDER_OF_TWO_CUSTOMERS: 1,
      NO_ORDER_ID: 1,
      AMOUNT_OUT_OF_RANGE: 1,
      WRONG_COLUMN_COUNT: 1,
      ORDER_AFTER_NOW: 1,
    });
    expect(rowsUsed + Object.values(setAside).reduce((a, b) => a + b, 0)).toBe(rowsRead);
    expect(money).toMatchObject({ currency: "EUR", used: "8.01", rounding: "-0.005" });
    expect(exact(money.read)).toBe(exact(money.used) + exact(money.setAside) + exact(money.rounding));
    expect(run.customers()).toMatchObject([{ customerId: "ann", gross: "10.01", refunds: "2.00", net: "8.01" }]);
  });

  it("sets the placeholder dates of other systems aside, and the book stays one of the shop's days", async () => {
    const run = await runDemo(
      ...linesOf(
        "1,ann,2026-01-05,a,1,10",
        "2,bob,9999-12-31 10:00:00,a,1,1",
        "3,bob,0001-01-01,a,1,1",
        "4,bob,1000-01-01,a,1,1",
        "5,bob,1900-01-01,a,1,1",
      ),
    );
    expect(run.reconciliation()).toMatchObject({ rowsRead: 5, rowsUsed: 1, setAside: { INVALID_DATE: 4 } });
  });

  it("has the keys that it is promised to have, and no others", async () => {
    const state = (await runDemo(...linesOf("1,ann,2026-01-05,a,1,10"))).reconciliation();
    expect(Object.keys(state)).toEqual(["rowsRead", "rowsUsed", "setAside", "money"]);
    expect(Object.keys(state.money)).toEqual(["currency", "read", "used", "setAside", "rounding"]);
  });

  it("keeps a yen whole", async () => {
    const run = await runDemo(...linesOf("1,ann,2026-01-05,a,1,100.5"), "--currency", "JPY");
    expect(run.reconciliation().money).toEqual({
      currency: "JPY",
      read: "100.5",
      used: "101",
      setAside: "0",
      rounding: "-0.5",
    });
  });
});

describe("edges", () => {
  it("takes __proto__ for a customer, an order and a product like any other", async () => {
    const run = await runDemo(
      ...linesOf("__proto__,__proto__,2026-01-05,__proto__,1,10.00", "constructor,toString,2026-01-05,a,1,1.00"),
    );
    expect(run.customers()).toMatchObject([
      { customerId: "__proto__", net: "10.00", orders: 1 },
      { customerId: "toString", net: "1.00", orders: 1 },
    ]);
  });

  it("scores one customer alone, with the same scores each", async () => {
    const [only, ...others] = (await runDemo(...linesOf("1,ann,2026-01-05,a,1,10.00"))).customers();
    expect(others).toEqual([]);
    // mid-rank: p = 1/2, so ⌊5 × 1/2⌋ + 1
    expect(only).toMatchObject({ r: 3, f: 3, m: 3, cell: "333", recencyDays: 0, medianGapDays: null });
    expect(only?.reasons.map(({ code }) => code)).toEqual([
      "BOUGHT",
      "RFM_RECENCY",
      "RFM_FREQUENCY",
      "RFM_MONETARY",
      "RFM_SEGMENT",
    ]);
  });

  it("gives equal customers equal scores", async () => {
    const equal = Array.from({ length: 40 }, (_, i) => `${i},c${i},2026-01-05,a,1,10.00`);
    const cells = new Set((await runDemo(...linesOf(...equal))).customers().map(({ cell }) => cell));
    expect([...cells]).toEqual(["333"]);
  });

  it("keeps a line that stands twice: it may have been bought twice", async () => {
    const line = "1,ann,2026-01-05,a,1,10.00";
    const run = await runDemo(...linesOf(line, line));
    expect(run.customers()).toMatchObject([{ orders: 1, items: 2, net: "20.00" }]);
  });

  it("shows a customer with returns alone, without scores", async () => {
    const run = await runDemo(...linesOf("1,ann,2026-01-05,a,1,10.00", "C2,bob,2026-01-06,a,-1,-3.00"));
    expect(run.customers()).toMatchObject([
      { customerId: "ann", cell: "333" },
      { customerId: "bob", orders: 0, net: "-3.00", cell: null, segment: null, r: null, recencyDays: null },
    ]);
    expect(run.text("customers.json")).not.toMatch(/NaN|undefined/);
  });

  it("makes one id of a whole number and its float spelling", async () => {
    const run = await runDemo(...linesOf("1,17850.0,2026-01-05,a,1,10.00", "2,17850,2026-01-06,a,1,10.00"));
    expect(run.customers()).toMatchObject([{ customerId: "17850", orders: 2 }]);
  });

  it("quotes the CSV, and lets no text become a formula", async () => {
    const run = await runDemo(
      ...linesOf('1,"=HYPERLINK(""x"",1)",2026-01-05,a,1,10.00', '2,"a,b",2026-01-05,a,-1,-1.00'),
    );
    const rows = run.text("customers.csv").split("\r\n");
    expect(rows[1]).toMatch(/^"'=HYPERLINK\(""x"",1\)",/);
    expect(rows[2]).toMatch(/^"a,b",/);
    expect(rows[2]).toContain(",-1.00,");
  });

  it("lets no text end the page's data", async () => {
    const run = await runDemo(...linesOf("1,</script><script>alert(1)</script>,2026-01-05,a,1,10.00"));
    expect(run.text("index.html")).not.toContain("<script>alert");
    expect(run.customers()[0]?.customerId).toBe("</script><script>alert(1)</script>");
  });
});
