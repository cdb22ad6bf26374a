import {
  customerRepositoryContract,
  eventRepositoryContract,
  orderRepositoryContract,
  productRepositoryContract,
} from "clientele/contracts";
import {
  type ActivityEvent,
  type Customer,
  customerSchema,
  eventSchema,
  type Order,
  orderSchema,
  type Product,
  parseRecord,
  productSchema,
  toJson,
} from "clientele/model";
import type {
  Page,
  PageOptions,
  SaveOptions,
  SaveResult,
  TimelineRepository,
  TimeRange,
  Versioned,
} from "clientele/ports";
import { describe, it } from "vitest";
import type * as z from "zod";

interface Row {
  readonly json: string;
  readonly version: number;
}

/** An adapter as a host would write it: one text column of JSON, read and written by the schema. */
class JsonRepository<T extends { readonly id: string; readonly customerId?: string | undefined }>
  implements TimelineRepository<T>
{
  private readonly rows = new Map<string, Row>();
  private readonly keys = new Map<string, { readonly input: string; readonly version: number }>();
  private versions = 0;
  private readonly schema: z.ZodType<T>;
  private readonly instantOf: (record: T) => Date;

  constructor(schema: z.ZodType<T>, instantOf: (record: T) => Date = () => new Date(0)) {
    this.schema = schema;
    this.instantOf = instantOf;
  }

  async getMany(ids: readonly string[]) {
    return ids.map((id) => {
      const row = this.rows.get(id);
      return row && this.read(row);
    });
  }

  async save(record: T, expected: number | undefined, { key }: SaveOptions = {}): Promise<SaveResult> {
    const json = JSON.stringify(toJson(this.schema, record));
    const input = `${expected}${json}`;
    const known = key === undefined ? undefined : this.keys.get(key);
    if (known)
      return known.input === input
        ? { ok: true, version: known.version }
        : { ok: false, reason: "IDEMPOTENCY_CONFLICT" };
    const currentVersion = this.rows.get(record.id)?.version;
    if (currentVersion !== expected) return { ok: false, reason: "CONFLICT", currentVersion };
    const version = ++this.versions;
    this.rows.set(record.id, { json, version });
    if (key !== undefined) this.keys.set(key, { input, version });
    return { ok: true, version };
  }

  async erase(id: string) {
    return this.rows.delete(id);
  }

  async *pages({ after, limit = 100, signal, ...range }: PageOptions & TimeRange = {}): AsyncGenerator<Page<T>, void> {
    for (let behind = after; ; ) {
      if (signal?.aborted) throw signal.reason;
      const records = [...this.rows.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .filter(([id]) => behind === undefined || id > behind)
        .map(([, row]) => this.read(row))
        .filter(({ value }) => this.isIn(value, range))
        .slice(0, limit);
      behind = records.at(-1)?.value.id;
      if (behind === undefined) return;
      yield { records, cursor: behind };
    }
  }

  async ofCustomers(customerIds: readonly string[], range: TimeRange = {}) {
    const all = [...this.rows.values()].map((row) => this.read(row));
    const points = (id: string) =>
      Array.from(id, (character) => character.codePointAt(0)!.toString(16).padStart(6, "0")).join();
    return customerIds.map((customerId) =>
      all
        .filter(({ value }) => value.customerId === customerId && this.isIn(value, range))
        .sort(
          (a, b) =>
            this.instantOf(a.value).getTime() - this.instantOf(b.value).getTime() ||
            (points(a.value.id) < points(b.value.id) ? -1 : 1),
        ),
    );
  }

  private read({ json, version }: Row): Versioned<T> {
    return { value: parseRecord(this.schema, JSON.parse(json)) as T, version };
  }

  private isIn(record: T, { from, to }: TimeRange) {
    const time = this.instantOf(record).getTime();
    return (!from || time >= from.getTime()) && (!to || time < to.getTime());
  }
}

describe("an adapter that keeps JSON", () => {
  const runner = { describe, it };
  customerRepositoryContract(runner, () => new JsonRepository<Customer>(customerSchema));
  productRepositoryContract(runner, () => new JsonRepository<Product>(productSchema));
  orderRepositoryContract(runner, () => new JsonRepository<Order>(orderSchema, (order) => order.placedAt));
  eventRepositoryContract(runner, () => new JsonRepository<ActivityEvent>(eventSchema, (event) => event.at));
});
