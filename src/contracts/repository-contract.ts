import type { Repository } from "../ports/index.js";
import type { RepositoryBench } from "./bench.js";
import { holdIdempotency } from "./idempotency-contract.js";
import { holdKeeping } from "./keeping-contract.js";
import { holdPages } from "./pages-contract.js";
import { holdReading } from "./reading-contract.js";
import type { ContractOptions, ContractScript } from "./runner.js";
import type { Samples } from "./samples.js";
import { holdVersions } from "./version-contract.js";

/** What every repository is held to. */
export function holdRepository<T extends { readonly id: string }, R extends Repository<T>>(
  script: ContractScript,
  makeFresh: () => R | Promise<R>,
  samples: Samples<T>,
  options: ContractOptions<R>,
): void {
  const bench: RepositoryBench<T, R> = { script, samples, options, on: (body) => async () => body(await makeFresh()) };
  holdReading(bench);
  holdVersions(bench);
  holdIdempotency(bench);
  holdPages(bench);
  holdKeeping(bench);
}
