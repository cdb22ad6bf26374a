import type { ContractRunner } from "clientele/contracts";

/** A test that a contract registered, with the names of its groups before its own. */
export interface CollectedTest {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** A runner that keeps tests instead of running them. */
export function collector(): { readonly runner: ContractRunner; readonly tests: readonly CollectedTest[] } {
  const tests: CollectedTest[] = [];
  const groups: string[] = [];
  const runner: ContractRunner = {
    describe: (name, body) => {
      groups.push(name);
      body();
      groups.pop();
    },
    it: (name, run) => tests.push({ name: [...groups, name].join(" > "), run }),
  };
  return { runner, tests };
}

/** The names of the tests that fail, each with the code of its error. */
export async function failuresOf(
  tests: readonly CollectedTest[],
): Promise<readonly { name: string; error: unknown }[]> {
  const failures: { name: string; error: unknown }[] = [];
  for (const { name, run } of tests)
    try {
      await run();
    } catch (error) {
      failures.push({ name, error });
    }
  return failures;
}
