import { describe, expect, it } from "vitest";
import { linesOf, runDemo } from "./run-demo.js";

const line = "1,ann,2026-01-05,a,1,10.00";

describe("errors", () => {
  const wrong: readonly (readonly [name: string, args: readonly string[], told: RegExp])[] = [
    ["an option that does not exist", ["--inptu", "x.csv"], /--inptu/],
    ["an option without its value", ["--input"], /--input/],
    ["a stray word", ["orders.csv"], /orders\.csv/],
    ["a language the page does not speak", [...linesOf(line), "--lang", "fr"], /--lang/],
    ["a currency that is none", [...linesOf(line), "--currency", "EURO"], /--currency/],
    ["a time zone that is none", [...linesOf(line), "--time-zone", "Mars/Base"], /--time-zone/],
    ["an encoding that is none", [...linesOf(line), "--encoding", "klingon"], /--encoding/],
    ["a date that is none", [...linesOf(line), "--now", "2026-02-30"], /--now/],
    ["an instant without its offset", [...linesOf(line), "--now", "2026-02-03T10:00"], /--now/],
    ["a field that is none", [...linesOf(line), "--map", "colour=date"], /--map/],
    ["a column that the file lacks", [...linesOf(line), "--map", "customer=Client"], /Client|customer_id/],
    ["an unknown file without currency and zone", linesOf(line).slice(0, 2), /--currency and --time-zone/],
  ];
  it.each(wrong)("%s ends with 2 and says what is wrong", async (_, args, told) => {
    const { status, stderr, stdout } = await runDemo(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^USAGE: /);
    expect(stderr).toMatch(told);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).toBe("");
  });
});

describe("options", () => {
  it("--help names every option", async () => {
    const { status, stdout } = await runDemo("--help");
    expect(status).toBe(0);
    for (const option of ["--input", "--map", "--now", "--time-zone", "--currency", "--out", "--lang", "--encoding"])
      expect(stdout).toContain(option);
  });

  it("--map takes columns by name where headers are of their own", async () => {
    const [input = "", path = "", ...rest] = linesOf(line);
    const map = ["customer=sku", "time=date", "amount=quantity"].flatMap((pair) => ["--map", pair]);
    const run = await runDemo(input, path, ...rest, ...map);
    expect(run.status).toBe(0);
    expect(run.customers()).toMatchObject([{ customerId: "a", net: "1.00" }]);
  });

  it("--now sets what comes later aside, and is the end of its day", async () => {
    const lines = linesOf("1,ann,2026-01-05 23:59:59,a,1,10.00", "2,ann,2026-01-06,a,1,5.00");
    const run = await runDemo(...lines, "--now", "2026-01-05");
    expect(run.reconciliation()).toMatchObject({ rowsUsed: 1, setAside: { ORDER_AFTER_NOW: 1 } });
    expect(run.customers()).toMatchObject([{ orders: 1, recencyDays: 0 }]);
  });

  it("without --now the book is as of the last day in the file, and says so", async () => {
    const run = await runDemo(...linesOf("1,ann,2026-01-05,a,1,10.00", "2,bob,2026-01-15T23:30:00Z,a,1,5.00"));
    expect(run.stdout).toContain("as of 2026-01-16 (the end of the last day in the file), Europe/Berlin");
    expect(run.customers().map(({ recencyDays }) => recencyDays)).toEqual([11, 0]);
  });
});
