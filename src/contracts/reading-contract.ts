import type { Repository } from "../ports/index.js";
import { hold, holdEqual } from "./assert.js";
import type { RepositoryBench } from "./bench.js";
import { nastyIds } from "./samples.js";
import { create, one, written } from "./steps.js";

/** What is written comes back, by its id alone. */
export function holdReading<T extends { readonly id: string }, R extends Repository<T>>(
  bench: RepositoryBench<T, R>,
): void {
  const { script, samples, on } = bench;
  const { test } = script;

  script.group("round trip", () => {
    test(
      "gives back every field as it was written",
      on(async (repository) => {
        for (const record of [samples.full("full"), samples.bare("bare")]) {
          await create(repository, record);
          holdEqual((await one(repository, record.id))?.value, record, "the record as written");
        }
      }),
    );
    test(
      "keeps ids apart that look alike, and takes any text as an id",
      on(async (repository) => {
        for (const id of nastyIds) await create(repository, samples.full(id));
        const found = await repository.getMany(nastyIds);
        for (const [i, id] of nastyIds.entries()) holdEqual(found[i]?.value, samples.full(id), `the record ${id}`);
      }),
    );
    test(
      "replaces the whole record, so that nothing of the old one stays",
      on(async (repository) => {
        const version = await create(repository, samples.full("a"));
        written(await repository.save(samples.bare("a"), version));
        holdEqual((await one(repository, "a"))?.value, samples.bare("a"), "the later record alone");
      }),
    );
  });

  script.group("getMany", () => {
    test(
      "answers undefined, never null, where an id is unknown",
      on(async (repository) => {
        await create(repository, samples.bare("a"));
        const found = await repository.getMany(["x", "a", "y"]);
        hold(found.length === 3, "one slot per id");
        hold(found[0] === undefined && found[2] === undefined, "undefined where unknown");
        hold(found[1]?.value.id === "a", "the known one in its place");
      }),
    );
    test(
      "answers in the order asked, and twice where asked twice",
      on(async (repository) => {
        for (const id of ["b", "a", "c"]) await create(repository, samples.bare(id));
        const found = await repository.getMany(["c", "a", "c", "b"]);
        holdEqual(
          found.map((slot) => slot?.value.id),
          ["c", "a", "c", "b"],
          "the slots",
        );
        holdEqual(await repository.getMany([]), [], "no slot for no id");
      }),
    );
    test(
      "answers a thousand ids at once",
      on(async (repository) => {
        const ids = Array.from({ length: 1000 }, (_, i) => `c${i}`);
        await create(repository, samples.bare("c998"));
        const found = await repository.getMany(ids);
        holdEqual(
          found.map((slot) => slot?.value.id),
          ids.map((id) => (id === "c998" ? id : undefined)),
          "the slots",
        );
      }),
    );
  });
}
