import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BookCustomer } from "../../examples/customer-book/book-data.js";
import { type DemoRun, exact, linesOf, runDemo } from "../demo/run-demo.js";
import { axeViolations, chartsDrawn, openChromium, openReport, speak } from "./chromium.js";

let browser: Browser;
/** The sample orders: 793 customers of four years, by quarters. */
let sample: DemoRun;
/** A few orders of half a year, by months, with a return and an unfinished month. */
let small: DemoRun;

const desk = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 360, height: 740 } };

beforeAll(async () => {
  [browser, sample, small] = await Promise.all([
    openChromium(),
    runDemo(),
    runDemo(
      ...linesOf(
        "1,ann,2026-01-05,a,1,10.00",
        "2,ann,2026-03-05,a,1,20.00",
        "3,bob,2026-02-05,a,1,1234.56",
        "C4,bob,2026-04-05,a,-1,-34.56",
        "5,cy,2026-06-10,a,1,7.00",
        "C6,dee,2026-05-10,a,-1,-5.00",
      ),
    ),
  ]);
});
afterAll(() => browser.close());

function highestNet(customers: readonly BookCustomer[]): readonly BookCustomer[] {
  return [...customers].sort((a, b) => (exact(b.net) > exact(a.net) ? 1 : exact(b.net) < exact(a.net) ? -1 : 0));
}

function dollars(amount: string): string {
  const style = { style: "currency", currency: "USD", currencyDisplay: "narrowSymbol" } as const;
  return new Intl.NumberFormat("en", style).format(amount as Intl.StringNumericLiteral);
}

describe("from disk", () => {
  it.each([
    ["a desk", desk],
    ["a phone", phone],
  ])("opens on %s without a complaint and asks the network for nothing", async (_, size) => {
    const { page, complaints } = await openReport(browser, sample.out, size);
    await page.locator("tbody .link").first().click();
    await speakFromView(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  async function speakFromView(page: Awaited<ReturnType<typeof openReport>>["page"]) {
    await chartsDrawn(page);
    await page.keyboard.press("Escape");
    await speak(page, "zh-CN");
  }
});

describe("numbers", () => {
  it("are those of customers.json: totals, table and every page of it", async () => {
    const { page } = await openReport(browser, sample.out, desk);
    const customers = highestNet(sample.customers());
    const figures = await page
      .locator(".figures data")
      .evaluateAll((all) => all.map((one) => one.getAttribute("value")));
    expect(figures.slice(0, 3)).toEqual([
      sample.reconciliation().money.used,
      String(customers.length),
      String(customers.reduce((sum, { orders }) => sum + orders, 0)),
    ]);

    const read = () =>
      page.locator(".customers tbody tr").evaluateAll((rows) =>
        rows.map((row) => ({
          customerId: row.getAttribute("data-customer"),
          cell: row.querySelector(".chips")?.textContent,
          orders: row.querySelectorAll("td data")[1]?.getAttribute("value"),
          net: row.querySelector("td:last-child data")?.getAttribute("value"),
          shown: row.querySelector("td:last-child")?.textContent,
        })),
      );
    const shown = await read();
    while (await page.getByRole("button", { name: "Next" }).isEnabled()) {
      await page.getByRole("button", { name: "Next" }).click();
      shown.push(...(await read()));
    }
    expect(shown.map(({ net }) => net)).toEqual(customers.map(({ net }) => net));
    const byId = new Map(shown.map((row) => [row.customerId, row]));
    for (const { customerId, cell, orders, net } of customers)
      expect(byId.get(customerId)).toEqual({ customerId, cell, orders: String(orders), net, shown: dollars(net) });
    await page.context().close();
  });

  it("of the heat map and the segments count every scored customer once", async () => {
    const { page } = await openReport(browser, sample.out, desk);
    const book = await page.evaluate(() => JSON.parse(document.getElementById("book")?.textContent ?? ""));
    const customers = sample.customers();
    for (const { r, f, customers: count } of book.grid)
      expect(count).toBe(customers.filter((customer) => customer.r === r && customer.f === f).length);
    for (const { segment, customers: count, net } of book.segments) {
      const inSegment = customers.filter((customer) => customer.segment === segment);
      expect(count).toBe(inSegment.length);
      expect(exact(net)).toBe(inSegment.reduce((sum, customer) => sum + exact(customer.net), 0n));
    }
    const drawn = await page.locator(".who figure").first().locator("g > text").allTextContents();
    for (const { customers: count } of book.grid) expect(drawn).toContain(String(count));
    await page.context().close();
  });
});

describe("the table", () => {
  it("sorts by each column, both ways, and says so to those who hear it", async () => {
    const { page } = await openReport(browser, sample.out, desk);
    const nets = () =>
      page.locator(".customers td:last-child data").evaluateAll((all) => all.map((one) => one.getAttribute("value")));
    const customers = highestNet(sample.customers());
    await page.locator('[data-sort="net"]').click();
    expect(await page.locator('th:has([data-sort="net"])').getAttribute("aria-sort")).toBe("ascending");
    expect(await nets()).toEqual(
      customers
        .slice(-25)
        .reverse()
        .map(({ net }) => net),
    );
    await page.locator('[data-sort="orders"]').click();
    expect(await page.locator('th:has([data-sort="orders"])').getAttribute("aria-sort")).toBe("descending");
    const most = Math.max(...customers.map(({ orders }) => orders));
    expect(await page.locator(".customers tbody tr").first().locator("td data").nth(1).textContent()).toBe(
      String(most),
    );
    for (const key of ["customer", "segment", "scores", "last"]) await page.locator(`[data-sort="${key}"]`).click();
    await page.context().close();
  });

  it("finds customers by id and by name, and narrows to a segment", async () => {
    const { page } = await openReport(browser, sample.out, desk);
    const customers = sample.customers();
    const ids = () =>
      page.locator(".customers tbody tr").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-customer")));
    const chosen = customers[400] as BookCustomer;
    await page.getByRole("searchbox").fill(chosen.customerId.toLowerCase());
    expect(await ids()).toEqual([chosen.customerId]);
    await page.getByRole("searchbox").fill(chosen.name ?? "");
    expect(await ids()).toContain(chosen.customerId);
    await page.getByRole("searchbox").fill("nobody of this name");
    expect(await ids()).toEqual([]);
    expect(await page.getByRole("status").textContent()).toBe("No customer matches.");
    await page.getByRole("searchbox").fill("");
    await page.getByRole("combobox").selectOption("champions");
    const champions = customers.filter(({ segment }) => segment === "champions").length;
    expect(await page.getByRole("status").textContent()).toContain(`of ${champions}`);
    await page.context().close();
  });
});

describe("a customer's view", () => {
  it("opens by the keyboard with the scores, their reasons and what is known, and closes", async () => {
    const { page } = await openReport(browser, sample.out, desk);
    const first = highestNet(sample.customers())[0] as BookCustomer;
    await page.locator("tbody .link").first().focus();
    await page.keyboard.press("Enter");
    const view = page.getByRole("dialog");
    await chartsDrawn(page);
    expect(await view.locator("h2").textContent()).toBe(first.name);
    expect(await view.locator(".lead data").getAttribute("value")).toBe(first.net);
    const scores = await view.locator(".scores data").evaluateAll((all) => all.map((one) => Number(one.textContent)));
    expect(scores).toEqual([first.r, first.f, first.m]);
    const reasons = await view
      .locator("[data-reason]")
      .evaluateAll((all) => all.map((one) => [one.getAttribute("data-reason"), one.textContent]));
    expect(reasons.map(([code]) => code).sort()).toEqual(first.reasons.map(({ code }) => code).sort());
    expect(Object.fromEntries(reasons)["RFM_RECENCY"]).toContain(`${first.recencyDays} days ago`);
    const facts = await view.locator(".facts data").evaluateAll((all) => all.map((one) => one.getAttribute("value")));
    expect(facts).toEqual(
      [
        first.firstDay,
        first.lastDay,
        first.orders,
        first.purchaseDays,
        first.items,
        first.averageOrderValue,
        first.medianGapDays,
        first.refunds,
      ].map(String),
    );
    await page.keyboard.press("Escape");
    expect(await view.count()).toBe(0);
    await page.context().close();
  });

  it("of a customer with returns alone says why there are no scores", async () => {
    const { page, complaints } = await openReport(browser, small.out, desk);
    await page.locator('[data-customer="dee"] .link').click();
    expect(await page.getByRole("dialog").textContent()).toContain("nothing to score");
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe("for everybody", () => {
  const looks = (["light", "dark"] as const).flatMap((colorScheme) =>
    (["en", "zh-CN"] as const).flatMap((language) =>
      ([360, 1280] as const).map((width) => ({ colorScheme, language, width })),
    ),
  );

  it.each(looks)("axe finds nothing and nothing scrolls sideways: $colorScheme, $language, $width px", async (look) => {
    const { colorScheme, language, width } = look;
    for (const { out } of [sample, small]) {
      const { page } = await openReport(browser, out, { viewport: { width, height: 800 }, colorScheme });
      await speak(page, language);
      const overflow = () =>
        page.evaluate(() => {
          const limit = document.documentElement.clientWidth + 0.5;
          const wide = [...document.querySelectorAll("body *:not(svg *)")].filter((one) => {
            const { right, width: own } = one.getBoundingClientRect();
            return own > 1 && right > limit;
          });
          return [
            ...(document.documentElement.scrollWidth > limit ? ["document"] : []),
            ...wide.map((one) => one.outerHTML.slice(0, 120)),
          ];
        });
      expect(await overflow()).toEqual([]);
      expect(await axeViolations(page)).toEqual([]);
      await page.locator("tbody .link").first().click();
      await chartsDrawn(page);
      expect(await overflow()).toEqual([]);
      expect(await axeViolations(page)).toEqual([]);
      await page.context().close();
    }
  });

  it("the switch of colours overrules the system's", async () => {
    const { page } = await openReport(browser, small.out, { ...desk, colorScheme: "light" });
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await page.locator('input[value="dark"]').check({ force: true });
    expect(await paper()).not.toBe(light);
    expect(await axeViolations(page)).toEqual([]);
    await page.locator('input[value="light"]').check({ force: true });
    expect(await paper()).toBe(light);
    await page.context().close();
  });

  it("--lang zh-CN starts in Chinese", async () => {
    const chinese = await runDemo(...linesOf("1,ann,2026-01-05,a,1,10.00"), "--lang", "zh-CN");
    const { page } = await openReport(browser, chinese.out, phone);
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
    expect(await page.locator("h1").textContent()).toBe("客户手册");
    await page.context().close();
  });
});

describe("on paper", () => {
  /** A4 without its margins of 14 mm, in CSS pixels. */
  const paperWidth = Math.floor(((210 - 28) / 25.4) * 96);

  it.each([
    ["the book from a desk", desk, "light", false],
    ["the book from a dark phone", phone, "dark", false],
    ["a customer's view", desk, "dark", true],
  ] as const)("%s has every chart whole, in light colours", async (_, size, colorScheme, isView) => {
    const { page } = await openReport(browser, sample.out, { ...size, colorScheme });
    if (isView) {
      await page.locator("tbody .link").first().click();
      await chartsDrawn(page);
    }
    expect((await page.pdf({ format: "A4", printBackground: true })).subarray(0, 5).toString()).toBe("%PDF-");
    await page.setViewportSize({ width: paperWidth, height: 1000 });
    await page.emulateMedia({ media: "print" });
    const charts = await page.locator(isView ? "dialog .drawing svg" : ".page .drawing svg").evaluateAll((all) =>
      all.map((svg) => {
        const box = svg.getBoundingClientRect();
        const marks = [...svg.querySelectorAll("text, rect, path, circle")].map((mark) => mark.getBoundingClientRect());
        return {
          left: Math.min(box.left, ...marks.map((mark) => mark.left)),
          right: Math.max(box.right, ...marks.map((mark) => mark.right)),
          height: box.height,
          hasViewBox: svg.hasAttribute("viewBox"),
        };
      }),
    );
    expect(charts).toHaveLength(isView ? 1 : 5);
    for (const { left, right, height, hasViewBox } of charts) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(paperWidth);
      expect(height).toBeLessThan(((297 - 28) / 25.4) * 96);
      expect(hasViewBox).toBe(true);
    }
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(255, 255, 255)");
    await page.context().close();
  });
});
