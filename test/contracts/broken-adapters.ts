import { setImmediate } from "node:timers/promises";
import { MemoryOrderRepository } from "clientele/memory";
import type { Order } from "clientele/model";
import type { Page, PageOptions, SaveOptions, SaveResult, TimeRange, Versioned } from "clientele/ports";

/** An adapter with one fault, and a test of the contract that has to find it. */
export interface BrokenAdapter {
  readonly fault: string;
  readonly make: () => MemoryOrderRepository;
  readonly foundBy: RegExp;
}

/** Looks at the version, and writes in a second step. */
class LostUpdate extends MemoryOrderRepository {
  override async save(order: Order, expected: number | undefined, options?: SaveOptions): Promise<SaveResult> {
    const seen = (await super.getMany([order.id]))[0]?.version;
    await setImmediate();
    if (seen !== expected) return { ok: false, reason: "CONFLICT", currentVersion: seen };
    const now = (await super.getMany([order.id]))[0]?.version;
    return super.save(order, now, options);
  }
}

class LastWriterWins extends MemoryOrderRepository {
  override async save(order: Order, _expected: number | undefined, options?: SaveOptions): Promise<SaveResult> {
    return super.save(order, (await super.getMany([order.id]))[0]?.version, options);
  }
}

class SharedReference extends MemoryOrderRepository {
  protected override copyAt(id: string): Versioned<Order> | undefined {
    const stored = (this as unknown as { stored: Map<string, Versioned<Order>> }).stored.get(id);
    return stored && { ...stored };
  }
}

class KeepsCallersObject extends MemoryOrderRepository {
  override async save(order: Order, expected: number | undefined, options?: SaveOptions): Promise<SaveResult> {
    const result = await super.save(order, expected, options);
    const { stored } = this as unknown as { stored: Map<string, Versioned<Order>> };
    if (result.ok && stored.get(order.id)?.version === result.version)
      stored.set(order.id, { value: order, version: result.version });
    return result;
  }
}

/** Each page in the order of another moment, as a query without ORDER BY gives it. */
class UnsortedPage extends MemoryOrderRepository {
  override async *pages(options: PageOptions & TimeRange = {}): AsyncGenerator<Page<Order>, void> {
    for await (const page of super.pages(options)) yield { ...page, records: [...page.records].reverse() };
  }
}

/** Counts rows instead of remembering where it was. */
class OffsetPages extends MemoryOrderRepository {
  override async *pages({
    limit = 500,
    after,
    signal,
    ...range
  }: PageOptions & TimeRange = {}): AsyncGenerator<Page<Order>, void> {
    for (let skip = Number(after ?? 0); ; skip += limit) {
      if (signal?.aborted) throw signal.reason;
      const all: Versioned<Order>[] = [];
      for await (const page of super.pages(range)) all.push(...page.records);
      const records = all.slice(skip, skip + limit);
      if (records.length === 0) return;
      yield { records, cursor: String(skip + limit) };
    }
  }
}

class NullForAbsent extends MemoryOrderRepository {
  override async getMany(ids: readonly string[]) {
    return (await super.getMany(ids)).map((slot) => slot ?? (null as unknown as undefined));
  }
}

class DropsUnknown extends MemoryOrderRepository {
  override async getMany(ids: readonly string[]) {
    return (await super.getMany(ids)).filter((slot) => slot !== undefined);
  }
}

class OrderOfTheTable extends MemoryOrderRepository {
  override async getMany(ids: readonly string[]) {
    return super.getMany([...ids].sort());
  }
}

/** Changes an order on its way in, as a column type would. */
function onTheWayIn(change: (order: Order) => Order) {
  return class extends MemoryOrderRepository {
    override save(order: Order, expected: number | undefined, options?: SaveOptions): Promise<SaveResult> {
      return super.save(change(order), expected, options);
    }
  };
}

const DropsMilliseconds = onTheWayIn((order) => ({
  ...order,
  placedAt: new Date(Math.floor(order.placedAt.getTime() / 1000) * 1000),
}));
const FloatAmounts = onTheWayIn((order) => ({
  ...order,
  shipping: new (order.shipping.constructor as new (n: number) => Order["shipping"])(order.shipping.toNumber()),
  lines: order.lines.map((line) => ({
    ...line,
    amount: new (line.amount.constructor as new (n: number) => Order["shipping"])(line.amount.toNumber()),
  })),
}));
const ThreeByteText = onTheWayIn((order) => ({
  ...order,
  ...(order.customerId === undefined ? {} : { customerId: order.customerId.replace(/[\u{10000}-\u{10ffff}]/gu, "?") }),
}));
const EmptyAsAbsent = onTheWayIn((order) => ({
  ...order,
  attributes: Object.fromEntries(Object.entries(order.attributes).filter(([, value]) => value !== "")),
}));
const NullInFields = onTheWayIn((order) => ({ ...order, channel: order.channel ?? (null as unknown as undefined) }));
const CaseFolded = onTheWayIn((order) => ({ ...order, id: order.id.toLowerCase() }));
const Normalised = onTheWayIn((order) => ({ ...order, id: order.id.normalize("NFC") }));

class NotIdempotent extends MemoryOrderRepository {
  override save(order: Order, expected: number | undefined): Promise<SaveResult> {
    return super.save(order, expected);
  }
}

/** Knows a key again, and not what it was used for. */
class KeyAlone extends MemoryOrderRepository {
  private readonly answers = new Map<string, SaveResult>();
  override async save(order: Order, expected: number | undefined, options: SaveOptions = {}): Promise<SaveResult> {
    const known = options.key === undefined ? undefined : this.answers.get(options.key);
    if (known) return known;
    const result = await super.save(order, expected);
    if (options.key !== undefined && result.ok) this.answers.set(options.key, result);
    return result;
  }
}

class KeyOfARefusal extends MemoryOrderRepository {
  private readonly answers = new Map<string, SaveResult>();
  override async save(order: Order, expected: number | undefined, options: SaveOptions = {}): Promise<SaveResult> {
    const known = options.key === undefined ? undefined : this.answers.get(options.key);
    if (known && !known.ok) return known;
    const result = await super.save(order, expected, options);
    if (options.key !== undefined && !this.answers.has(options.key)) this.answers.set(options.key, result);
    return result;
  }
}

class EraseHides extends MemoryOrderRepository {
  private readonly hidden = new Set<string>();
  override async erase(id: string): Promise<boolean> {
    const [found] = await this.getMany([id]);
    this.hidden.add(id);
    return found !== undefined;
  }
  override async getMany(ids: readonly string[]) {
    return (await super.getMany(ids)).map((slot) => (slot && this.hidden.has(slot.value.id) ? undefined : slot));
  }
}

class MergesFields extends MemoryOrderRepository {
  override async save(order: Order, expected: number | undefined, options?: SaveOptions): Promise<SaveResult> {
    const [before] = await super.getMany([order.id]);
    return super.save({ ...before?.value, ...order }, expected, options);
  }
}

class NewestFirst extends MemoryOrderRepository {
  override async ofCustomers(customerIds: readonly string[], range?: TimeRange) {
    return (await super.ofCustomers(customerIds, range)).map((list) => [...list].reverse());
  }
}

class ClosedRange extends MemoryOrderRepository {
  override ofCustomers(customerIds: readonly string[], { from, to }: TimeRange = {}) {
    return super.ofCustomers(customerIds, { from, to: to && new Date(to.getTime() + 1) });
  }
}

class DeafToTheSignal extends MemoryOrderRepository {
  override pages({ signal: _, ...options }: PageOptions & TimeRange = {}) {
    return super.pages(options);
  }
}

class EmptyLastPage extends MemoryOrderRepository {
  override async *pages(options: PageOptions & TimeRange = {}): AsyncGenerator<Page<Order>, void> {
    let cursor = "after:";
    for await (const page of super.pages(options)) {
      ({ cursor } = page);
      yield page;
    }
    yield { records: [], cursor };
  }
}

/** Version 1 again after an erasure. */
class VersionsPerRecord extends MemoryOrderRepository {
  override async erase(id: string): Promise<boolean> {
    (this as unknown as { lastVersion: number }).lastVersion = 0;
    return super.erase(id);
  }
}

/** Each with a test that must fail on it. */
export const brokenAdapters: readonly BrokenAdapter[] = [
  { fault: "loses updates", make: () => new LostUpdate(), foundBy: /racing writers/ },
  { fault: "lets the last writer win", make: () => new LastWriterWins(), foundBy: /at its own version/ },
  { fault: "hands out its own memory", make: () => new SharedReference(), foundBy: /hands out copies/ },
  { fault: "keeps the caller's object", make: () => new KeepsCallersObject(), foundBy: /keeps what was written/ },
  { fault: "gives unsorted pages", make: () => new UnsortedPage(), foundBy: /one order whatever their length/ },
  { fault: "pages by offset", make: () => new OffsetPages(), foundBy: /comes or goes in between/ },
  { fault: "gives null for absent", make: () => new NullForAbsent(), foundBy: /undefined, never null/ },
  { fault: "leaves unknown ids out", make: () => new DropsUnknown(), foundBy: /undefined, never null/ },
  { fault: "answers in the table's order", make: () => new OrderOfTheTable(), foundBy: /in the order asked/ },
  { fault: "drops milliseconds", make: () => new DropsMilliseconds(), foundBy: /every field/ },
  { fault: "keeps amounts as floats", make: () => new FloatAmounts(), foundBy: /every field/ },
  { fault: "keeps three bytes a character", make: () => new ThreeByteText(), foundBy: /every field/ },
  { fault: "takes empty text for none", make: () => new EmptyAsAbsent(), foundBy: /every field/ },
  { fault: "gives null in fields", make: () => new NullInFields(), foundBy: /every field/ },
  { fault: "folds the case of ids", make: () => new CaseFolded(), foundBy: /ids apart/ },
  { fault: "normalises ids", make: () => new Normalised(), foundBy: /ids apart/ },
  { fault: "merges fields", make: () => new MergesFields(), foundBy: /replaces the whole record/ },
  { fault: "ignores keys", make: () => new NotIdempotent(), foundBy: /the first answer again/ },
  { fault: "does not compare the input of a key", make: () => new KeyAlone(), foundBy: /another input/ },
  { fault: "takes a key for a refused write", make: () => new KeyOfARefusal(), foundBy: /a write that was not done/ },
  { fault: "hides what it should erase", make: () => new EraseHides(), foundBy: /forgets the one record/ },
  { fault: "gives versions again", make: () => new VersionsPerRecord(), foundBy: /version again/ },
  { fault: "gives the newest first", make: () => new NewestFirst(), foundBy: /oldest first/ },
  { fault: "has the end of a range in", make: () => new ClosedRange(), foundBy: /their end out/ },
  { fault: "does not hear the signal", make: () => new DeafToTheSignal(), foundBy: /the signal's reason/ },
  { fault: "gives an empty page", make: () => new EmptyLastPage(), foundBy: /are none where nothing is stored/ },
];
