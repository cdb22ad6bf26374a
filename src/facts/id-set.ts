/** One JavaScript set holds at most 2^24 values. */
const SHARD_SIZE = 2 ** 24 - 1;

/** A set of ids without a bound on their number. */
export class IdSet {
  private readonly shards: Set<string>[] = [new Set()];

  /** Whether the id is held. */
  has(id: string): boolean {
    return this.shards.some((shard) => shard.has(id));
  }

  /** Adds an id; `false` where it is held already. */
  add(id: string): boolean {
    if (this.shards.length === 1) {
      const only = this.shards[0]!;
      if (only.size < SHARD_SIZE) {
        const before = only.size;
        return only.add(id).size > before;
      }
    }
    if (this.has(id)) return false;
    let last = this.shards[this.shards.length - 1]!;
    if (last.size === SHARD_SIZE) {
      last = new Set();
      this.shards.push(last);
    }
    last.add(id);
    return true;
  }

  /** Forgets an id. */
  delete(id: string): void {
    for (const shard of this.shards) shard.delete(id);
  }

  /** All ids, in the order they were added. */
  *[Symbol.iterator](): Iterator<string> {
    for (const shard of this.shards) yield* shard;
  }
}
