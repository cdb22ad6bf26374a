/** The two functions of a test runner: those of vitest, jest, node:test and bun:test fit as they are. */
export interface ContractRunner {
  /** A group of tests. */
  describe(name: string, body: () => void): unknown;
  /** One test. */
  it(name: string, body: () => Promise<void>): unknown;
}

/** What an adapter can do; what it cannot is skipped, by name and never silently. */
export interface RepositoryCapabilities {
  /** `save` heeds an idempotency key. @defaultValue true */
  readonly idempotentWrites?: boolean | undefined;
  /** A version never comes again, not after an erasure either. @defaultValue true */
  readonly uniqueVersions?: boolean | undefined;
}

/** How a contract runs. */
export interface ContractOptions<R> {
  readonly capabilities?: RepositoryCapabilities | undefined;
  /** Reads behind the adapter: all it keeps, as text, such as a dump of its tables. With it, an erasure is held to leave
   * nothing of the record anywhere.
   */
  readonly probe?: ((repository: R) => string | Promise<string>) | undefined;
  /** How many write at once in the races. @defaultValue 20 */
  readonly writers?: number | undefined;
}

/** What a contract registered. */
export interface ContractReport {
  /** The names of the tests. */
  readonly tests: readonly string[];
  /** What was not tested, and why. Each also stands among the tests as one that passes and says so in its name. */
  readonly skipped: readonly { readonly test: string; readonly because: string }[];
}

/** Registers tests, and keeps what was skipped. */
export interface ContractScript {
  /** A group of tests. */
  group(name: string, body: () => void): void;
  /** One test; skipped where the reason is given. */
  test(name: string, body: () => Promise<void>, skippedBecause?: string | undefined): void;
  report(): ContractReport;
}

/** A script on the caller's runner. */
export function scriptOn(runner: ContractRunner): ContractScript {
  const tests: string[] = [];
  const skipped: { test: string; because: string }[] = [];
  return {
    group: (name, body) => {
      runner.describe(name, body);
    },
    test: (name, body, because) => {
      if (because === undefined) {
        tests.push(name);
        runner.it(name, body);
        return;
      }
      skipped.push({ test: name, because });
      runner.it(`SKIPPED (${because}): ${name}`, async () => {});
    },
    report: () => ({ tests, skipped }),
  };
}
