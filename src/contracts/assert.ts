import { CrmError, Decimal, type ValuePath } from "../kernel/index.js";

/** `CONTRACT_BROKEN`: an adapter did not do what its port says. */
export class ContractBrokenError extends CrmError {
  override readonly name = "ContractBrokenError";
  readonly code = "CONTRACT_BROKEN";
}

/** Holds a condition.
 * @param expected - what the port says, in words
 * @throws When it does not hold: {@link ContractBrokenError}.
 */
export function hold(condition: boolean, expected: string): asserts condition {
  if (!condition) throw new ContractBrokenError({ expected });
}

/** Holds two values equal: instants by the millisecond, decimals by value, absent keys as `undefined`, and `null` only
 * as `null`.
 * @throws When they are not: {@link ContractBrokenError}, its path the place where they part.
 */
export function holdEqual(actual: unknown, expected: unknown, what: string): void {
  const path = pathOfDifference(actual, expected);
  if (path !== undefined) throw new ContractBrokenError({ path, expected: `${what}: ${show(at(expected, path))}` });
}

function pathOfDifference(actual: unknown, expected: unknown): ValuePath | undefined {
  if (Object.is(actual, expected)) return undefined;
  if (expected instanceof Date)
    return actual instanceof Date && actual.getTime() === expected.getTime() ? undefined : [];
  if (Decimal.isDecimal(expected)) return Decimal.isDecimal(actual) && actual.eq(expected) ? undefined : [];
  if (!isContainer(actual) || !isContainer(expected)) return [];
  if (Array.isArray(actual) !== Array.isArray(expected) || actual instanceof Date || Decimal.isDecimal(actual))
    return [];
  if (Array.isArray(actual) && Array.isArray(expected) && actual.length !== expected.length) return ["length"];
  for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    const path = pathOfDifference(own(actual, key), own(expected, key));
    if (path !== undefined) return [Array.isArray(expected) ? Number(key) : key, ...path];
  }
  return undefined;
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function own(container: object, key: string): unknown {
  return Object.hasOwn(container, key) ? (container as Record<string, unknown>)[key] : undefined;
}

function at(value: unknown, path: ValuePath): unknown {
  return path.reduce<unknown>((inner, key) => (isContainer(inner) ? own(inner, String(key)) : undefined), value);
}

function show(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "an invalid date" : value.toISOString();
  if (Decimal.isDecimal(value)) return value.toFixed();
  return value === undefined ? "undefined" : JSON.stringify(value);
}
