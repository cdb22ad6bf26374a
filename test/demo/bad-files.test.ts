import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { inputOf, runDemo } from "./run-demo.js";

const header = "order_id,customer_id,customer_name,date,amount\n";
const good = `${header}1,c1,Ann,2026-01-05,10.00\n2,c2,Bob,2026-01-06,12.50\n`;
/** 张三 in GBK. */
const gbkName = Buffer.from([0xd5, 0xc5, 0xc8, 0xfd]);
const gbk = Buffer.concat([
  Buffer.from(`${header}1,c1,Ann,2026-01-05,10.00\n2,c2,`),
  gbkName,
  Buffer.from(",2026-01-06,12.50\n"),
]);

describe("errors", () => {
  const bad: readonly (readonly [name: string, args: readonly string[], code: string, told: RegExp])[] = [
    ["a file that is not there", ["--input", "/nowhere/orders.csv"], "UNREADABLE_FILE", /orders\.csv/],
    ["a folder", ["--input", "."], "UNREADABLE_FILE", /file/],
    ["an empty file", inputOf(""), "EMPTY_FILE", /empty/],
    ["a file of blanks", inputOf("\n\n  \n"), "EMPTY_FILE", /empty/],
    ["an empty .gz", inputOf(gzipSync(""), "orders.csv.gz"), "EMPTY_FILE", /empty/],
    ["a header only", inputOf(header), "NO_ORDER_LINES", /under the header/],
    ["a truncated .gz", inputOf(gzipSync(good).subarray(0, -12), "orders.csv.gz"), "BROKEN_GZIP", /cut off/],
    ["a damaged .gz", inputOf(gzipSync(good).fill(0x55, 15, 40), "orders.csv.gz"), "BROKEN_GZIP", /damaged|cut off/],
    ["GBK bytes read as UTF-8", inputOf(gbk), "WRONG_ENCODING", /line 3 .*--encoding gbk/],
    ["UTF-16", inputOf(Buffer.from(`\ufeff${good}`, "utf16le")), "WRONG_ENCODING", /line 1 .*utf-16le/],
    [
      "UTF-8 read as GBK that it is not",
      [...inputOf(`${header}1,c,é€,`), "--encoding", "gbk"],
      "WRONG_ENCODING",
      /gbk/,
    ],
    [
      "a quote that never closes",
      inputOf(`${header}1,"c1,Ann,2026-01-05,10.00\n`),
      "BROKEN_CSV",
      /CSV_QUOTE_NOT_CLOSED/,
    ],
    [
      "no column for the customer",
      inputOf("order_id,date,amount\n1,2026-01-05,1\n"),
      "MISSING_COLUMN",
      /--map customer=/,
    ],
    ["no column for money", inputOf("customer,date,quantity\na,2026-01-05,1\n"), "MISSING_COLUMN", /--map amount=/],
    ["lines none of which can be used", inputOf(`${header}1,,Ann,2026-01-05,10\n`), "NO_ORDER_LINES", /NO_CUSTOMER 1/],
  ];
  it.each(bad)("%s ends with 1 and a message, and writes nothing", async (_, args, code, told) => {
    const run = await runDemo(...args);
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(new RegExp(`^${code}: `));
    expect(run.stderr).toMatch(told);
    expect(run.stderr).not.toMatch(/\n\s+at /);
    expect(() => run.text("index.html")).toThrow();
  });
});

describe("edges", () => {
  const read: readonly (readonly [name: string, args: readonly string[]])[] = [
    ["a byte-order mark", inputOf(`\ufeff${good}`)],
    ["Windows line ends", inputOf(good.replaceAll("\n", "\r\n"))],
    ["no line end at the end", inputOf(good.trimEnd())],
    ["gzip under any name", inputOf(gzipSync(good), "orders.csv")],
    ["semicolons", inputOf(good.replaceAll(",", ";"))],
    ["tabs", inputOf(good.replaceAll(",", "\t"))],
    ["UTF-16 that is named", [...inputOf(Buffer.from(`\ufeff${good}`, "utf16le")), "--encoding", "utf-16le"]],
  ];
  it.each(read)("%s is read as the same book", async (_, args) => {
    const run = await runDemo(...args);
    expect(run.stderr).toBe("");
    expect(run.status).toBe(0);
    expect(run.customers()).toMatchObject([
      { customerId: "c1", name: "Ann", net: "10.00" },
      { customerId: "c2", name: "Bob", net: "12.50" },
    ]);
  });

  it("GBK that is named gives its characters", async () => {
    const run = await runDemo(...inputOf(gbk), "--encoding", "gbk");
    expect(run.customers().map(({ name }) => name)).toEqual(["Ann", "张三"]);
  });
});
