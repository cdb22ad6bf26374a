import type {
  CustomerRepository,
  EventRepository,
  FactsRepository,
  OrderRepository,
  ProductRepository,
} from "../ports/index.js";
import { holdRepository } from "./repository-contract.js";
import { type ContractOptions, type ContractReport, type ContractRunner, scriptOn } from "./runner.js";
import { customerSamples, eventSamples, factsSamples, orderSamples, productSamples } from "./samples.js";
import { holdTimeline } from "./timeline-contract.js";

/** Holds your `CustomerRepository` to its port, in your own test runner.
 * @param runner - `{ describe, it }` of vitest, jest, node:test or bun:test
 * @param makeFresh - an empty repository for each test
 * @returns what was registered, and what was skipped and why
 * @example
 * ```ts
 * import { customerRepositoryContract } from "clientele/contracts";
 * import { MemoryCustomerRepository } from "clientele/memory";
 * const tests: (() => Promise<void>)[] = [];
 * const runner = { describe: (_: string, body: () => void) => body(), it: (_: string, body: () => Promise<void>) => tests.push(body) };
 * const report = customerRepositoryContract(runner, () => new MemoryCustomerRepository());
 * for (const test of tests) await test();
 * if (report.skipped[0]?.because !== "no probe") throw new Error("a skip is told");
 * ```
 */
export function customerRepositoryContract<R extends CustomerRepository>(
  runner: ContractRunner,
  makeFresh: () => R | Promise<R>,
  options: ContractOptions<R> = {},
): ContractReport {
  const script = scriptOn(runner);
  script.group("CustomerRepository", () => holdRepository(script, makeFresh, customerSamples, options));
  return script.report();
}

/** Holds your `ProductRepository` to its port; see {@link customerRepositoryContract}. */
export function productRepositoryContract<R extends ProductRepository>(
  runner: ContractRunner,
  makeFresh: () => R | Promise<R>,
  options: ContractOptions<R> = {},
): ContractReport {
  const script = scriptOn(runner);
  script.group("ProductRepository", () => holdRepository(script, makeFresh, productSamples, options));
  return script.report();
}

/** Holds your `FactsRepository` to its port, with any plain JSON; see {@link customerRepositoryContract}. */
export function factsRepositoryContract<R extends FactsRepository>(
  runner: ContractRunner,
  makeFresh: () => R | Promise<R>,
  options: ContractOptions<R> = {},
): ContractReport {
  const script = scriptOn(runner);
  script.group("FactsRepository", () => holdRepository(script, makeFresh, factsSamples, options));
  return script.report();
}

/** Holds your `OrderRepository` to its port; see {@link customerRepositoryContract}. */
export function orderRepositoryContract<R extends OrderRepository>(
  runner: ContractRunner,
  makeFresh: () => R | Promise<R>,
  options: ContractOptions<R> = {},
): ContractReport {
  const script = scriptOn(runner);
  script.group("OrderRepository", () => {
    holdRepository(script, makeFresh, orderSamples, options);
    holdTimeline(script, makeFresh, orderSamples.at);
  });
  return script.report();
}

/** Holds your `EventRepository` to its port; see {@link customerRepositoryContract}. */
export function eventRepositoryContract<R extends EventRepository>(
  runner: ContractRunner,
  makeFresh: () => R | Promise<R>,
  options: ContractOptions<R> = {},
): ContractReport {
  const script = scriptOn(runner);
  script.group("EventRepository", () => {
    holdRepository(script, makeFresh, eventSamples, options);
    holdTimeline(script, makeFresh, eventSamples.at);
  });
  return script.report();
}
