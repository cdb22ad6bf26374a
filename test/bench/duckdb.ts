import { DuckDBInstance } from "@duckdb/node-api";

type Connection = Awaited<ReturnType<DuckDBInstance["connect"]>>;

/** Customers, orders and days, from DuckDB's own hash, so that both sides hold the same orders, in no order. */
export interface Shop {
  readonly orders: number;
  readonly customers: number;
}

/** A table `orders` (customer INTEGER, placed TIMESTAMP, net BIGINT in cents) in memory, on all threads. */
export async function shopInDuckDb({ orders, customers }: Shop): Promise<Connection> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(`
    CREATE TABLE orders AS
    SELECT (hash(i) % ${customers})::INTEGER AS customer,
           TIMESTAMP '2022-01-01' + to_seconds((hash(i * 31 + 7) % 126144000)::BIGINT) AS placed,
           (hash(i * 17 + 3) % 20000 + 1)::BIGINT AS net
    FROM range(${orders}) AS t(i)`);
  return connection;
}

/** The same orders as text: order and customer ids, amounts in major units. */
export async function addTextTable(connection: Connection): Promise<void> {
  await connection.run(`
    CREATE TABLE order_texts AS
    SELECT 'order-' || rowid AS id, 'customer-' || customer AS customer, placed,
           (net // 100) || '.' || lpad((net % 100)::VARCHAR, 2, '0') AS amount
    FROM orders`);
}

/** The orders as the columns a caller holds. */
export async function columnsOf(connection: Connection, { orders }: Shop) {
  const columns = {
    customerIds: new Int32Array(orders),
    placedAt: new Float64Array(orders),
    gross: new Float64Array(orders),
  };
  let row = 0;
  const result = await connection.run("SELECT customer, epoch_ms(placed)::DOUBLE, net::DOUBLE FROM orders");
  for (const chunk of await result.fetchAllChunks()) {
    const part = (c: number) =>
      (chunk.getColumnVector(c) as unknown as { items: Float64Array }).items.subarray(0, chunk.rowCount);
    columns.customerIds.set(part(0), row);
    columns.placedAt.set(part(1), row);
    columns.gross.set(part(2), row);
    row += chunk.rowCount;
  }
  return columns;
}

/** The orders as the objects a caller holds. */
export async function rowsOf(connection: Connection) {
  const result = await connection.runAndReadAll(
    "SELECT id, customer, epoch_ms(placed)::DOUBLE, amount FROM order_texts",
  );
  return result.getRows().map(([id, customerId, placed, gross]) => ({
    id: id as string,
    customerId: customerId as string,
    placedAt: new Date(placed as number),
    gross: gross as string,
  }));
}

/** Facts in SQL, day by day first. */
const byDay = (table: string, net: string) => `
  SELECT customer, sum(n)::BIGINT AS orders, count(*) AS purchase_days, min(day) AS first_day, max(day) AS last_day,
         sum(net)::BIGINT AS net
  FROM (SELECT customer, placed::DATE AS day, count(*) AS n, sum(${net}) AS net FROM ${table} GROUP BY ALL)
  GROUP BY customer`;

/** Facts in SQL, the days counted apart. */
const byDistinct = (table: string, net: string) => `
  SELECT customer, count(*) AS orders, count(DISTINCT placed::DATE) AS purchase_days, min(placed::DATE) AS first_day,
         max(placed::DATE) AS last_day, sum(${net})::BIGINT AS net
  FROM ${table} GROUP BY customer`;

/** Mid-rank scores by windows: what lies below a value and up to it comes from one sort a measure. */
const scoredByWindow = (facts: string) => `
  WITH facts AS (${facts}),
  counted AS (SELECT *, DATE '2026-01-01' - last_day AS recency, (SELECT count(*) FROM facts) AS n FROM facts),
  ranked AS (
    SELECT *,
      round(percent_rank() OVER (ORDER BY recency) * (n - 1) + cume_dist() OVER (ORDER BY recency) * n)::BIGINT AS r2,
      round(percent_rank() OVER (ORDER BY orders) * (n - 1) + cume_dist() OVER (ORDER BY orders) * n)::BIGINT AS f2,
      round(percent_rank() OVER (ORDER BY net) * (n - 1) + cume_dist() OVER (ORDER BY net) * n)::BIGINT AS m2
    FROM counted)
  SELECT customer, orders, purchase_days, first_day, last_day, net,
         (6 - least(5, 5 * r2 // (2 * n) + 1))::UTINYINT AS r,
         least(5, 5 * f2 // (2 * n) + 1)::UTINYINT AS f,
         least(5, 5 * m2 // (2 * n) + 1)::UTINYINT AS m
  FROM ranked`;

const cuts = (measure: string, k: string) => `
  ${k}_seen AS (SELECT ${measure} AS v, count(*) AS c FROM facts GROUP BY 1),
  ${k}_scored AS (
    SELECT v, least(5, 5 * (2 * sum(c) OVER (ORDER BY v) - c) // (2 * (SELECT count(*) FROM facts)) + 1) AS s FROM ${k}_seen),
  ${k}_cuts AS (
    SELECT min(v) FILTER (s >= 2) AS a, min(v) FILTER (s >= 3) AS b, min(v) FILTER (s >= 4) AS c, min(v) FILTER (s >= 5) AS d
    FROM ${k}_scored)`;
const score = (measure: string, k: string) =>
  `(1${["a", "b", "c", "d"].map((cut) => ` + coalesce(${measure} >= ${k}_cuts.${cut}, false)::INT`).join("")})`;

/** Mid-rank scores by the cuts between them, from the distinct values of each measure: no sort of the customers. */
const scoredByCuts = (facts: string) => `
  WITH facts AS MATERIALIZED (SELECT *, DATE '2026-01-01' - last_day AS recency FROM (${facts})),
  ${cuts("recency", "r")}, ${cuts("orders", "f")}, ${cuts("net", "m")}
  SELECT customer, orders, purchase_days, first_day, last_day, net,
         (6 - ${score("recency", "r")})::UTINYINT AS r, ${score("orders", "f")}::UTINYINT AS f,
         ${score("net", "m")}::UTINYINT AS m
  FROM facts, r_cuts, f_cuts, m_cuts`;

const CENTS = "(amount::DECIMAL(18, 2) * 100)::BIGINT";

/** Four ways to the same rows over the table of integers; the bench goes by the fastest. */
export const SCORE_ORDERS: readonly string[] = [
  scoredByWindow(byDay("orders", "net")),
  scoredByCuts(byDay("orders", "net")),
  scoredByCuts(byDistinct("orders", "net")),
  scoredByWindow(byDistinct("orders", "net")),
];

/** The same over the table of texts; the ids are checked by {@link COUNT_DUPLICATES}. */
export const SCORE_ORDER_TEXTS: readonly string[] = [
  scoredByWindow(byDay("order_texts", CENTS)),
  scoredByCuts(byDay("order_texts", CENTS)),
  scoredByCuts(byDistinct("order_texts", CENTS)),
];

/** How many orders carry an id that another has. */
export const COUNT_DUPLICATES = "SELECT count(*) - count(DISTINCT id) FROM order_texts";

/** Runs a query until its whole result is in this process's memory. */
export async function fetched(connection: Connection, sql: string) {
  return (await connection.run(sql)).fetchAllChunks();
}

/** The query of several that takes least, by the best of three runs after one to warm up. */
export async function fastest(connection: Connection, queries: readonly string[]): Promise<string> {
  const best = new Array<number>(queries.length).fill(Number.POSITIVE_INFINITY);
  for (let round = 0; round < 4; round++)
    for (const [q, sql] of queries.entries()) {
      const start = performance.now();
      await fetched(connection, sql);
      if (round > 0) best[q] = Math.min(best[q]!, performance.now() - start);
    }
  return queries[best.indexOf(Math.min(...best))]!;
}
