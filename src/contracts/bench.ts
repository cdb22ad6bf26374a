import type { Repository } from "../ports/index.js";
import type { ContractOptions, ContractScript } from "./runner.js";
import type { Samples } from "./samples.js";

/** What a part of a contract works with. */
export interface RepositoryBench<T extends { readonly id: string }, R extends Repository<T>> {
  readonly script: ContractScript;
  readonly samples: Samples<T>;
  readonly options: ContractOptions<R>;
  /** A test's body on a repository of its own. */
  on(body: (repository: R) => Promise<void>): () => Promise<void>;
}
