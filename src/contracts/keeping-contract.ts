import type { Repository } from "../ports/index.js";
import { hold, holdEqual } from "./assert.js";
import type { RepositoryBench } from "./bench.js";
import { personalMark } from "./samples.js";
import { create, idsOf, one, pagesOf, spoil, written } from "./steps.js";

/** What is kept is the adapter's own, and what is erased is gone. */
export function holdKeeping<T extends { readonly id: string }, R extends Repository<T>>(
  bench: RepositoryBench<T, R>,
): void {
  const { script, samples, on, options } = bench;
  const { test } = script;
  const { probe } = options;

  script.group("isolation", () => {
    test(
      "keeps what was written, whatever the caller does to it later",
      on(async (repository) => {
        const record = samples.full("a");
        await create(repository, record);
        spoil(record);
        holdEqual((await one(repository, "a"))?.value, samples.full("a"), "the record as written");
      }),
    );
    test(
      "hands out copies, whatever the caller does to them",
      on(async (repository) => {
        await create(repository, samples.full("a"));
        spoil((await one(repository, "a"))?.value);
        holdEqual((await one(repository, "a"))?.value, samples.full("a"), "getMany's record as written");
        for (const page of await pagesOf(repository)) spoil(page.records[0]?.value);
        holdEqual((await one(repository, "a"))?.value, samples.full("a"), "the page's record as written");
        const [x, y] = await repository.getMany(["a", "a"]);
        spoil(x?.value);
        holdEqual(y?.value, samples.full("a"), "the other slot as written");
      }),
    );
  });

  script.group("erase", () => {
    test(
      "forgets the one record and says whether there was one",
      on(async (repository) => {
        await create(repository, samples.full("a"));
        await create(repository, samples.full("b"));
        hold((await repository.erase("a")) === true, "true for a record");
        hold((await repository.erase("a")) === false, "false for none");
        hold((await one(repository, "a")) === undefined, "undefined after it");
        holdEqual(idsOf(await pagesOf(repository)), ["b"], "the other record alone");
        await create(repository, samples.bare("a"));
        holdEqual((await one(repository, "a"))?.value, samples.bare("a"), "nothing of the erased record");
      }),
    );
    test(
      "leaves nothing of the record behind the adapter",
      on(async (repository) => {
        const version = written(await repository.save(samples.full("a"), undefined, { key: "k" }));
        hold((await probe!(repository)).includes(personalMark), "a probe that sees the record before it is erased");
        written(await repository.save(samples.changed(samples.full("a")), version));
        await repository.erase("a");
        hold(!(await probe!(repository)).includes(personalMark), "no text of the record");
      }),
      probe === undefined ? "no probe" : undefined,
    );
  });
}
