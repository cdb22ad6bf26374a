import type { TimelineRepository } from "../ports/index.js";
import { holdEqual } from "./assert.js";
import type { ContractScript } from "./runner.js";
import { nastyInstants } from "./samples.js";
import { create, idsOf, pagesOf, spoil } from "./steps.js";

/** What repositories of records that stand at an instant are held to besides.
 * @param at - makes a record of a customer at an instant
 */
export function holdTimeline<T extends { readonly id: string }>(
  script: ContractScript,
  makeFresh: () => TimelineRepository<T> | Promise<TimelineRepository<T>>,
  at: (id: string, customerId: string | undefined, instant: Date) => T,
): void {
  const on = (body: (repository: TimelineRepository<T>) => Promise<void>) => async () => body(await makeFresh());
  const noon = new Date("2026-11-22T12:00:00.000Z");
  const after = (ms: number) => new Date(noon.getTime() + ms);
  const ids = (lists: Awaited<ReturnType<TimelineRepository<T>["ofCustomers"]>>) =>
    lists.map((list) => list.map(({ value }) => value.id));
  const { test } = script;

  script.group("ofCustomers", () => {
    test(
      "answers one list per customer in the order asked, empty where there is none",
      on(async (repository) => {
        await create(repository, at("1", "x", noon));
        await create(repository, at("2", "y", noon));
        await create(repository, at("3", undefined, noon));
        await create(repository, at("4", "__proto__", noon));
        const lists = await repository.ofCustomers(["y", "unknown", "x", "y", "__proto__", ""]);
        holdEqual(ids(lists), [["2"], [], ["1"], ["2"], ["4"], []], "one list per customer");
        holdEqual(await repository.ofCustomers([]), [], "no list for no customer");
      }),
    );
    test(
      "is oldest first by the millisecond, and by code point of the id where instants are equal",
      on(async (repository) => {
        const tied = ["𠮷", "b", "～", "B", "10", "2"];
        for (const id of tied) await create(repository, at(id, "x", noon));
        for (const [i, instant] of nastyInstants.entries()) await create(repository, at(`n${i}`, "x", instant));
        await create(repository, at("later", "x", after(1)));
        await create(repository, at("sooner", "x", after(-1)));
        holdEqual(
          ids(await repository.ofCustomers(["x"])),
          [["n5", "n4", "n0", "n1", "n2", "n3", "sooner", "10", "2", "B", "b", "～", "𠮷", "later"]],
          "oldest first",
        );
      }),
    );
    test(
      "moves a record with its customer and its instant, and drops an erased one",
      on(async (repository) => {
        const version = await create(repository, at("1", "x", noon));
        await create(repository, at("2", "x", after(10)));
        const moved = await repository.save(at("1", "x", after(20)), version);
        holdEqual(ids(await repository.ofCustomers(["x"])), [["2", "1"]], "the new instant's place");
        if (moved.ok) await repository.save(at("1", "y", after(20)), moved.version);
        holdEqual(ids(await repository.ofCustomers(["x", "y"])), [["2"], ["1"]], "the new customer's list");
        await repository.erase("1");
        await repository.erase("2");
        holdEqual(ids(await repository.ofCustomers(["x", "y"])), [[], []], "no erased record");
      }),
    );
    test(
      "hands out copies with their versions",
      on(async (repository) => {
        await create(repository, at("1", "x", noon));
        const [[first] = []] = await repository.ofCustomers(["x"]);
        holdEqual(first, (await repository.getMany(["1"]))[0], "what getMany gives");
        spoil(first?.value);
        holdEqual(ids(await repository.ofCustomers(["x"])), [["1"]], "the record as written");
        holdEqual((await repository.getMany(["1"]))[0]?.value, at("1", "x", noon), "the record as written");
      }),
    );
  });

  script.group("ranges", () => {
    test(
      "have their start in and their end out, to the millisecond",
      on(async (repository) => {
        for (const ms of [-1, 0, 1, 2]) await create(repository, at(`t${ms}`, "x", after(ms)));
        const ranges = [
          { range: { from: noon, to: after(2) }, wanted: ["t0", "t1"] },
          { range: { from: after(1) }, wanted: ["t1", "t2"] },
          { range: { to: noon }, wanted: ["t-1"] },
          { range: { from: noon, to: noon }, wanted: [] },
          { range: {}, wanted: ["t-1", "t0", "t1", "t2"] },
        ];
        for (const { range, wanted } of ranges) {
          holdEqual(ids(await repository.ofCustomers(["x"], range)), [wanted], "the records in the range");
          for (const limit of [1, 10])
            holdEqual(
              [...idsOf(await pagesOf(repository, { ...range, limit }))].sort(),
              wanted,
              "the records in the range",
            );
        }
      }),
    );
    test(
      "go on behind a cursor inside the range alone",
      on(async (repository) => {
        for (let i = 0; i < 12; i++)
          await create(repository, at(`r${(i * 5) % 12}`, i % 2 === 0 ? "x" : undefined, after(i)));
        const range = { from: after(2), to: after(10) };
        const pages = await pagesOf(repository, { ...range, limit: 3 });
        const rest = await pagesOf(repository, { ...range, limit: 3, after: pages[0]!.cursor });
        holdEqual(idsOf(pages).length, 8, "the records in the range");
        holdEqual(idsOf(rest), idsOf(pages.slice(1)), "the records behind the page");
      }),
    );
  });
}
