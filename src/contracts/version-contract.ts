import type { Repository } from "../ports/index.js";
import { hold, holdEqual } from "./assert.js";
import type { RepositoryBench } from "./bench.js";
import { conflict, create, one, written } from "./steps.js";

/** A write is done only over the version it expects. */
export function holdVersions<T extends { readonly id: string }, R extends Repository<T>>(
  bench: RepositoryBench<T, R>,
): void {
  const { script, samples, on, options } = bench;
  const { test } = script;
  const { capabilities = {}, writers = 20 } = options;
  const withoutUnique = capabilities.uniqueVersions === false ? "versions come again" : undefined;

  script.group("versions", () => {
    test(
      "writes a new record only where none is",
      on(async (repository) => {
        const version = await create(repository, samples.bare("a"));
        conflict(await repository.save(samples.changed(samples.bare("a")), undefined), version);
        holdEqual(await one(repository, "a"), { value: samples.bare("a"), version }, "what was there");
      }),
    );
    test(
      "writes over a record only at its own version, and tells the present one",
      on(async (repository) => {
        const first = await create(repository, samples.bare("a"));
        const second = written(await repository.save(samples.changed(samples.bare("a")), first));
        hold(Number.isSafeInteger(first) && Number.isSafeInteger(second) && second > first, "versions that grow");
        conflict(await repository.save(samples.full("a"), first), second);
        conflict(await repository.save(samples.full("a"), second + 1000), second);
        holdEqual(
          await one(repository, "a"),
          { value: samples.changed(samples.bare("a")), version: second },
          "the second write",
        );
      }),
    );
    test(
      "expects no version of a record that is not there",
      on(async (repository) => {
        conflict(await repository.save(samples.bare("a"), 1), undefined);
        hold((await one(repository, "a")) === undefined, "nothing written");
      }),
    );
    test(
      `lets exactly one of ${writers} racing writers win`,
      on(async (repository) => {
        const before = await create(repository, samples.bare("a"));
        for (const expected of [before, undefined]) {
          const id = expected === undefined ? "new" : "a";
          const records = Array.from({ length: writers }, (_, i) =>
            i % 2 === 0 ? samples.full(id) : samples.changed(samples.full(id)),
          );
          const results = await Promise.all(records.map((record) => repository.save(record, expected)));
          const winners = results.flatMap((result, i) => (result.ok ? [{ version: result.version, i }] : []));
          hold(winners.length === 1, `exactly one winner, not ${winners.length}`);
          const winner = winners[0]!;
          for (const result of results) if (!result.ok) conflict(result, winner.version);
          holdEqual(await one(repository, id), { value: records[winner.i], version: winner.version }, "the winner's");
        }
      }),
    );
    test(
      "never gives a version again, not after an erasure either",
      on(async (repository) => {
        const first = await create(repository, samples.bare("a"));
        await repository.erase("a");
        const again = await create(repository, samples.bare("a"));
        hold(again !== first, "a version of its own");
        conflict(await repository.save(samples.full("a"), first), again);
      }),
      withoutUnique,
    );
  });
}
