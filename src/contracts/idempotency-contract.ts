import type { Repository } from "../ports/index.js";
import { hold, holdEqual } from "./assert.js";
import type { RepositoryBench } from "./bench.js";
import { conflict, create, one, written } from "./steps.js";

/** A write that is sent again is done once. */
export function holdIdempotency<T extends { readonly id: string }, R extends Repository<T>>(
  bench: RepositoryBench<T, R>,
): void {
  const { script, samples, on, options } = bench;
  const { test } = script;
  const { capabilities = {}, writers = 20 } = options;
  const withoutKeys = capabilities.idempotentWrites === false ? "no idempotent writes" : undefined;

  script.group("idempotent writes", () => {
    test(
      "give the first answer again for the same key and input, and write once",
      on(async (repository) => {
        const first = await repository.save(samples.full("a"), undefined, { key: "k" });
        const version = written(first);
        holdEqual(await repository.save(samples.full("a"), undefined, { key: "k" }), first, "the first answer");
        holdEqual((await one(repository, "a"))?.version, version, "one write");
        const later = written(await repository.save(samples.bare("a"), version));
        holdEqual(await repository.save(samples.full("a"), undefined, { key: "k" }), first, "the first answer");
        holdEqual(await one(repository, "a"), { value: samples.bare("a"), version: later }, "the later write");
      }),
      withoutKeys,
    );
    test(
      "refuse the same key with another input, and write nothing",
      on(async (repository) => {
        const version = written(await repository.save(samples.bare("a"), undefined, { key: "k" }));
        const others: readonly (readonly [T, number | undefined])[] = [
          [samples.changed(samples.bare("a")), undefined],
          [samples.bare("a"), version],
          [samples.bare("b"), undefined],
        ];
        for (const [record, expected] of others)
          holdEqual(
            await repository.save(record, expected, { key: "k" }),
            { ok: false, reason: "IDEMPOTENCY_CONFLICT" },
            "a refusal",
          );
        holdEqual(await one(repository, "a"), { value: samples.bare("a"), version }, "the first write");
        hold((await one(repository, "b")) === undefined, "nothing else written");
      }),
      withoutKeys,
    );
    test(
      "take no key for a write that was not done",
      on(async (repository) => {
        const version = await create(repository, samples.bare("a"));
        conflict(await repository.save(samples.full("a"), undefined, { key: "k" }), version);
        written(await repository.save(samples.full("a"), version, { key: "k" }));
      }),
      withoutKeys,
    );
    test(
      "write once where the same write races itself",
      on(async (repository) => {
        const write = () => repository.save(samples.full("a"), undefined, { key: "k" });
        const results = await Promise.all(Array.from({ length: writers }, write));
        for (const result of results) holdEqual(result, results[0], "one answer for all");
        holdEqual((await one(repository, "a"))?.version, written(results[0]!), "one write");
      }),
      withoutKeys,
    );
    test(
      "do not bring an erased record back",
      on(async (repository) => {
        const first = await repository.save(samples.full("a"), undefined, { key: "k" });
        await repository.erase("a");
        holdEqual(await repository.save(samples.full("a"), undefined, { key: "k" }), first, "the first answer");
        hold((await one(repository, "a")) === undefined, "the record stays erased");
      }),
      withoutKeys,
    );
  });
}
