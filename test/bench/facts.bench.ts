import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { collectFacts, collectFactsFromColumns } from "clientele/facts";
import { scoreRfm } from "clientele/rfm";
import {
  addTextTable,
  COUNT_DUPLICATES,
  columnsOf,
  fastest,
  fetched,
  rowsOf,
  SCORE_ORDER_TEXTS,
  SCORE_ORDERS,
  type Shop,
  shopInDuckDb,
} from "./duckdb.js";
import { equality } from "./facts-equality.js";
import { atMost, type Figure, interleaved, median, type Size } from "./figure.js";

const when = { now: new Date("2026-01-01T00:00:00Z"), timeZone: "UTC" };
const options = { currency: "USD", timeZone: when.timeZone };
const rounds = { rounds: 7, warmUp: 2 };

type Columns = Awaited<ReturnType<typeof columnsOf>>;

/** Facts and scores of every customer, all the columns that the SQL gives. */
function scoreColumns(columns: Columns) {
  const facts = collectFactsFromColumns(columns, options);
  return { facts, totals: facts.columns(when), rfm: scoreRfm(facts, when) };
}

/** The figures of facts and RFM. */
export async function figures(size: Size): Promise<readonly Figure[]> {
  const scale = size === "full" ? 1 : 0.05;
  return [
    ...(await againstDuckDb(scale)),
    ...(await rowsAgainstDuckDb(scale)),
    ...(await growth(scale)),
    await memory(scale),
    await oneMoreOrder(scale),
    ...equality(size === "full" ? 10_000 : 500),
  ];
}

async function againstDuckDb(scale: number): Promise<Figure[]> {
  const shop = shopOf(5_000_000, 500_000, scale);
  const connection = await shopInDuckDb(shop);
  const columns = await columnsOf(connection, shop);
  const differences = await countDifferences(connection, columns);
  const sql = await fastest(connection, SCORE_ORDERS);
  const { aMs, bMs, ratio } = await interleaved(
    () => scoreColumns(columns),
    () => fetched(connection, sql),
    rounds,
  );
  const note = `${shop.orders} orders in random order, ${shop.customers} customers: ${ms(aMs)} against ${ms(bMs)}`;
  return [
    atMost(1, {
      figure: "columns: facts + RFM, time over DuckDB's",
      value: ratio,
      against: "DuckDB 1.5.6, all threads",
      note,
    }),
    atMost(0, {
      figure: "columns: customers with another value than DuckDB's in any column",
      value: differences,
      against: "DuckDB 1.5.6",
      note: "orders, purchase days, first, last, net, r, f, m",
    }),
  ];
}

async function countDifferences(
  connection: Awaited<ReturnType<typeof shopInDuckDb>>,
  columns: Columns,
): Promise<number> {
  const { facts, totals, rfm } = scoreColumns(columns);
  let differences = 0;
  for (const sql of SCORE_ORDERS)
    for (const chunk of await fetched(connection, sql))
      for (const [id, orders, days, first, last, net, r, f, m] of chunk.getRows()) {
        const c = facts.indexOf(String(id))!;
        const day = (value: unknown) => (value as { days: number }).days;
        const theirs = [orders, days, day(first), day(last), net, r, f, m].map(Number);
        const ours = [
          ...[totals.orders, totals.purchaseDays, totals.firstDay, totals.lastDay, totals.net].map(
            (column) => column[c],
          ),
          ...[rfm.columns.r, rfm.columns.f, rfm.columns.m].map((column) => column[c]),
        ];
        if (theirs.some((value, i) => value !== ours[i])) differences++;
      }
  return differences;
}

async function rowsAgainstDuckDb(scale: number): Promise<Figure[]> {
  const shop = shopOf(1_000_000, 100_000, scale);
  const connection = await shopInDuckDb(shop);
  await addTextTable(connection);
  const rows = await rowsOf(connection);
  const sql = await fastest(connection, SCORE_ORDER_TEXTS);
  const { aMs, bMs, ratio } = await interleaved(
    () => {
      const facts = collectFacts(rows, options);
      return [facts.columns(when), scoreRfm(facts, when)];
    },
    async () => [await fetched(connection, COUNT_DUPLICATES), await fetched(connection, sql)],
    rounds,
  );
  return [
    atMost(6, {
      figure: "rows: facts + RFM, time over DuckDB's",
      value: ratio,
      against: "DuckDB 1.5.6, all threads, on a table of the same text",
      note: `${shop.orders} objects, duplicate ids looked for on both sides: ${ms(aMs)} against ${ms(bMs)}`,
    }),
  ];
}

async function growth(scale: number): Promise<Figure[]> {
  const load = async (shop: Shop) => columnsOf(await shopInDuckDb(shop), shop);
  const large = await load(shopOf(5_000_000, 50_000, scale));
  const fewer = await load(shopOf(500_000, 50_000, scale));
  const both = await load(shopOf(5_000_000, 500_000, scale));
  const orders = await interleaved(
    () => scoreColumns(large),
    () => scoreColumns(fewer),
    rounds,
  );
  const all = await interleaved(
    () => scoreColumns(both),
    () => scoreColumns(fewer),
    rounds,
  );
  const against = "itself";
  return [
    atMost(11, {
      figure: "growth: 10 × the orders of the same customers",
      value: orders.ratio,
      against,
      note: `${ms(orders.aMs)} against ${ms(orders.bMs)}`,
    }),
    atMost(15, {
      figure: "growth: 10 × the orders and the customers",
      value: all.ratio,
      against,
      note: `${ms(all.aMs)} against ${ms(all.bMs)}`,
    }),
  ];
}

/** Runs `facts-memory.ts` in a process of its own. */
async function memory(scale: number): Promise<Figure> {
  const shop = shopOf(5_000_000, 500_000, scale);
  const script = fileURLToPath(new URL("facts-memory.ts", import.meta.url));
  const args = ["--expose-gc", "--import", "tsx", script, String(shop.orders), String(shop.customers)];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    env: { ...process.env, TSX_TSCONFIG_PATH: fileURLToPath(new URL("tsconfig.json", import.meta.url)) },
  });
  if (stdout === "") throw new Error(stderr);
  const { kept, peak, orderDays } = JSON.parse(stdout) as Record<"kept" | "peak" | "orderDays", number>;
  const allowed = 200 * shop.customers + 32 * orderDays;
  return atMost(1, {
    figure: "memory above the input, over 200 bytes a customer and 32 an order day",
    value: peak / allowed,
    against: "the bound",
    note: `peak ${mb(peak)}, kept ${mb(kept)}, allowed ${mb(allowed)} for ${orderDays} order days`,
  });
}

async function oneMoreOrder(scale: number): Promise<Figure> {
  const shop = shopOf(5_000_000, 500_000, scale);
  const facts = collectFactsFromColumns(await columnsOf(await shopInDuckDb(shop), shop), options);
  const count = 20_000;
  const batches = Array.from({ length: 12 }, (_, batch) =>
    Array.from({ length: count }, (_, i) => ({
      id: `more-${batch}-${i}`,
      customerId: String((i * 7919) % shop.customers),
      placedAt: new Date(Date.UTC(2022, 0, 1 + ((i * 31 + batch) % 1460), 12)),
      gross: "12.34",
    })),
  );
  const microseconds = batches.map((batch) => {
    const start = performance.now();
    for (const order of batch) facts.add(order);
    return ((performance.now() - start) / count) * 1000;
  });
  return atMost(5, {
    figure: "one more order into a customer's facts, microseconds",
    value: median(microseconds.slice(2)),
    against: "the bound",
    note: `mean of ${count} orders a batch, on any day, median of 10 batches, into ${shop.orders} orders; worst batch ${Math.max(...microseconds.slice(2)).toFixed(2)}; the first question by id (${((microseconds[0]! * count) / 1000).toFixed(0)} ms for the first batch) builds the index of ids`,
  });
}

function shopOf(orders: number, customers: number, scale: number): Shop {
  return { orders: Math.round(orders * scale), customers: Math.round(customers * scale) };
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}

function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
