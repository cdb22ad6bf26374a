import { inspect } from "node:util";
import {
  customerRepositoryContract,
  eventRepositoryContract,
  factsRepositoryContract,
  orderRepositoryContract,
  productRepositoryContract,
} from "clientele/contracts";
import {
  MemoryCustomerRepository,
  MemoryEventRepository,
  MemoryFactsRepository,
  MemoryOrderRepository,
  MemoryProductRepository,
} from "clientele/memory";
import { describe, expect, it } from "vitest";

const runner = { describe, it };
const options = { probe: (repository: object) => inspect(repository, { depth: null, maxStringLength: null }) };

describe("memory", () => {
  const reports = [
    customerRepositoryContract(runner, () => new MemoryCustomerRepository(), options),
    productRepositoryContract(runner, () => new MemoryProductRepository(), options),
    orderRepositoryContract(runner, () => new MemoryOrderRepository(), options),
    eventRepositoryContract(runner, () => new MemoryEventRepository(), options),
    factsRepositoryContract(runner, () => new MemoryFactsRepository(), options),
  ];

  it("is held to every part of its contracts", () => {
    expect(reports.flatMap((report) => report.skipped)).toEqual([]);
  });
});

describe("errors", () => {
  const customers = new MemoryCustomerRepository();
  const firstPage = (options: object) => customers.pages(options)[Symbol.asyncIterator]().next();

  it.each([0, -1, 1.5, 10_001, Number.NaN])("a page length of %s is refused", async (limit) => {
    await expect(firstPage({ limit })).rejects.toMatchObject({ code: "INVALID_OPTION", path: ["limit"] });
  });

  it("a cursor of another hand is refused", async () => {
    await expect(firstPage({ after: "42" })).rejects.toMatchObject({ code: "INVALID_INPUT", path: ["after"] });
  });
});
