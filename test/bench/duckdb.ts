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

/** Facts and mid-rank scores in SQL. Tried besides: `count(DISTINCT day)` in one GROUP BY, and window ranks joined by
 * value; this form was the fastest or level with it. `below` and `upTo` of a value come from one sort a measure. */
const scored = (perDay: string) => `
  WITH days AS (${perDay}),
  facts AS (
    SELECT customer, sum(n)::BIGINT AS orders, count(*) AS purchase_days, min(day) AS first_day, max(day) AS last_day,
           sum(net)::BIGINT AS net
    FROM days GROUP BY customer),
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

/** Over the table of integers. */
export const SCORE_ORDERS = scored(
  "SELECT customer, placed::DATE AS day, count(*) AS n, sum(net) AS net FROM orders GROUP BY ALL",
);

/** Over the table of texts; the ids are checked by {@link COUNT_DUPLICATES}. */
export const SCORE_ORDER_TEXTS = scored(`
  SELECT customer, placed::DATE AS day, count(*) AS n, sum((amount::DECIMAL(18, 2) * 100)::BIGINT) AS net
  FROM order_texts GROUP BY ALL`);

/** How many orders carry an id that another has. */
export const COUNT_DUPLICATES = "SELECT count(*) - count(DISTINCT id) FROM order_texts";

/** Runs a query until its whole result is in this process's memory. */
export async function fetched(connection: Connection, sql: string) {
  return (await connection.run(sql)).fetchAllChunks();
}
