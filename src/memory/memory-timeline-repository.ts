import { compareCodePoints } from "../kernel/index.js";
import type { Page, PageOptions, TimelineRepository, TimeRange, Versioned } from "../ports/index.js";
import { MemoryRepository } from "./memory-repository.js";

/** Records that stand at an instant, with an index by customer. */
export abstract class MemoryTimelineRepository<
    T extends { readonly id: string; readonly customerId?: string | undefined },
  >
  extends MemoryRepository<T>
  implements TimelineRepository<T>
{
  private readonly idsByCustomer = new Map<string, Set<string>>();

  /** @inheritDoc */
  async ofCustomers(
    customerIds: readonly string[],
    range: TimeRange = {},
  ): Promise<readonly (readonly Versioned<T>[])[]> {
    return customerIds.map((customerId) =>
      [...(this.idsByCustomer.get(customerId) ?? [])]
        .map((id) => this.copyAt(id)!)
        .filter(({ value }) => this.isIn(value, range))
        .sort(
          (a, b) =>
            this.instantOf(a.value).getTime() - this.instantOf(b.value).getTime() ||
            compareCodePoints(a.value.id, b.value.id),
        ),
    );
  }

  /** @inheritDoc */
  override pages(options: PageOptions & TimeRange = {}): AsyncIterable<Page<T>> {
    const range = { from: options.from, to: options.to };
    return this.pagesWhere(options, (record) => this.isIn(record, range));
  }

  /** The instant a record stands at. */
  protected abstract instantOf(record: T): Date;

  protected override onChange(before: T | undefined, after: T | undefined): void {
    if (before?.customerId !== undefined) {
      const ids = this.idsByCustomer.get(before.customerId);
      ids?.delete(before.id);
      if (ids?.size === 0) this.idsByCustomer.delete(before.customerId);
    }
    if (after?.customerId !== undefined) {
      const ids = this.idsByCustomer.get(after.customerId) ?? new Set();
      this.idsByCustomer.set(after.customerId, ids.add(after.id));
    }
  }

  private isIn(record: T, { from, to }: TimeRange): boolean {
    const time = this.instantOf(record).getTime();
    return (from === undefined || time >= from.getTime()) && (to === undefined || time < to.getTime());
  }
}
