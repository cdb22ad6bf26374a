import type { Repository } from "../ports/index.js";
import { hold, holdEqual } from "./assert.js";
import type { RepositoryBench } from "./bench.js";
import { nastyIds } from "./samples.js";
import { create, idsOf, pagesOf, reasonOf, written } from "./steps.js";

/** Pages hold everything once, in an order that stays. */
export function holdPages<T extends { readonly id: string }, R extends Repository<T>>(
  bench: RepositoryBench<T, R>,
): void {
  const { script, samples, on } = bench;
  const { test } = script;

  script.group("pages", () => {
    const ids = Array.from({ length: 25 }, (_, i) => `${(i * 7) % 25}-${nastyIds[i % nastyIds.length]}`);
    const filled = (body: (repository: R) => Promise<void>) =>
      on(async (repository) => {
        for (const id of ids) await create(repository, samples.bare(id));
        await body(repository);
      });

    test(
      "are none where nothing is stored",
      on(async (repository) => holdEqual(await pagesOf(repository), [], "no page")),
    );
    test(
      "hold every record once, with its version, in one order whatever their length",
      filled(async (repository) => {
        const order = idsOf(await pagesOf(repository, { limit: 1000 }));
        holdEqual([...order].sort(), [...ids].sort(), "every record once");
        for (const limit of [1, 7, 25]) {
          const pages = await pagesOf(repository, { limit });
          hold(
            pages.every(({ records }) => records.length > 0 && records.length <= limit),
            `1 to ${limit} a page`,
          );
          holdEqual(idsOf(pages), order, "the same order");
          const records = pages.flatMap((page) => page.records);
          holdEqual(await repository.getMany(order), records, "what getMany gives");
        }
      }),
    );
    test(
      "go on behind any cursor",
      filled(async (repository) => {
        const pages = await pagesOf(repository, { limit: 4 });
        for (const [i, { cursor }] of pages.entries()) {
          const rest = await pagesOf(repository, { limit: 3, after: cursor });
          holdEqual(idsOf(rest), idsOf(pages.slice(i + 1)), "the records behind the page");
        }
      }),
    );
    test(
      "keep their order when a record changes, comes or goes in between",
      filled(async (repository) => {
        const order = idsOf(await pagesOf(repository));
        const seen: string[] = [];
        for await (const page of repository.pages({ limit: 5 })) {
          if (seen.length === 0) {
            const [first, last] = await repository.getMany([order[1]!, order[23]!]);
            for (const slot of [first!, last!])
              written(await repository.save(samples.changed(slot.value), slot.version));
            for (const id of ["!", "12-new", "𠮷𠮷"]) await create(repository, samples.bare(id));
            hold(await repository.erase(order[20]!), "an erasure");
          }
          seen.push(...page.records.map(({ value }) => value.id));
        }
        hold(new Set(seen).size === seen.length, "no record twice");
        holdEqual(
          seen.filter((id) => ids.includes(id)),
          order.filter((id) => id !== order[20]),
          "the records that stayed, in their order",
        );
        const cursor = (await pagesOf(repository, { limit: 1 })).at(-1)!.cursor;
        await repository.erase((await pagesOf(repository, { limit: 1 })).at(-1)!.records[0]!.value.id);
        holdEqual(await pagesOf(repository, { after: cursor }), [], "nothing behind the last, though it is gone");
      }),
    );
    test(
      "end with the signal's reason once it is aborted",
      filled(async (repository) => {
        const signal = { aborted: false, reason: { stopped: true } };
        let pages = 0;
        const caught = await reasonOf(async () => {
          for await (const _ of repository.pages({ limit: 5, signal })) {
            pages++;
            signal.aborted = true;
          }
        });
        hold(pages === 1 && caught === signal.reason, "one page, then the reason thrown");
      }),
    );
  });
}
