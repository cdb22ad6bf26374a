import { inspect } from "node:util";
import { ContractBrokenError, customerRepositoryContract, orderRepositoryContract } from "clientele/contracts";
import { MemoryCustomerRepository, MemoryOrderRepository } from "clientele/memory";
import { describe, expect, it } from "vitest";
import { brokenAdapters } from "./broken-adapters.js";
import { collector, failuresOf } from "./collected.js";

describe("the contract finds an adapter that", () => {
  it.each(brokenAdapters)("$fault", async ({ make, foundBy }) => {
    const { runner, tests } = collector();
    orderRepositoryContract(runner, make);
    const failures = await failuresOf(tests);
    const found = failures.filter(({ name }) => foundBy.test(name));
    expect(found.length, `failed: ${failures.map(({ name }) => name).join("; ")}`).toBeGreaterThan(0);
    expect(found.some(({ error }) => error instanceof ContractBrokenError)).toBe(true);
  });

  it("keeps text of an erased record beside its keys, where a probe looks", async () => {
    class KeepsInputs extends MemoryOrderRepository {
      private readonly log: string[] = [];
      override save(...args: Parameters<MemoryOrderRepository["save"]>) {
        this.log.push(JSON.stringify(args[0]));
        return super.save(...args);
      }
    }
    const { runner, tests } = collector();
    orderRepositoryContract(runner, () => new KeepsInputs(), {
      probe: (repository) => inspect(repository, { depth: null, maxStringLength: null }),
    });
    expect((await failuresOf(tests)).map(({ name }) => name)).toEqual([
      "OrderRepository > erase > leaves nothing of the record behind the adapter",
    ]);
  });
});

describe("the contract", () => {
  it("finds nothing on the in-memory adapter", async () => {
    const { runner, tests } = collector();
    orderRepositoryContract(runner, () => new MemoryOrderRepository());
    expect(tests.length).toBeGreaterThan(20);
    expect(await failuresOf(tests)).toEqual([]);
  });

  it("tells what it skipped, in the report and in the name of a test", () => {
    const { runner, tests } = collector();
    const report = customerRepositoryContract(runner, () => new MemoryCustomerRepository(), {
      capabilities: { idempotentWrites: false, uniqueVersions: false },
    });
    const reasons = report.skipped.map(({ because }) => because);
    expect(new Set(reasons)).toEqual(new Set(["no idempotent writes", "versions come again", "no probe"]));
    expect(tests.filter(({ name }) => name.includes("SKIPPED")).length).toBe(report.skipped.length);
    expect(tests.length).toBe(report.tests.length + report.skipped.length);
  });

  it("takes a factory that needs time, and calls it for every test", async () => {
    let made = 0;
    const { runner, tests } = collector();
    const report = customerRepositoryContract(runner, async () => {
      made++;
      return new MemoryCustomerRepository();
    });
    expect(await failuresOf(tests)).toEqual([]);
    expect(made).toBe(report.tests.length);
  });
});
