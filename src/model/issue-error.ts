import type * as z from "zod";
import {
  type CrmError,
  type CrmErrorDetails,
  InvalidAmountError,
  InvalidInputError,
  InvalidInstantError,
  type IssueParams,
  UnknownCurrencyError,
  type ValuePath,
} from "../kernel/index.js";

const classesByCode = new Map<string, new (details: CrmErrorDetails) => CrmError>([
  ["INVALID_AMOUNT", InvalidAmountError],
  ["INVALID_INSTANT", InvalidInstantError],
  ["UNKNOWN_CURRENCY", UnknownCurrencyError],
]);

const nouns = new Map([
  ["string", "text"],
  ["number", "a finite number"],
  ["int", "a whole number"],
  ["boolean", "true or false"],
  ["array", "a list"],
  ["object", "an object"],
  ["record", "an object"],
]);

/** The typed error of what zod found first: its path, what was expected, and never the value.
 * @param error - of zod; it becomes the cause, with every issue
 * @param path - where the parsed value stands in the caller's data
 */
export function errorOfIssues(error: z.ZodError, path: ValuePath): CrmError {
  const issue = error.issues[0]!;
  const at = [...path, ...issue.path.map((key) => (typeof key === "symbol" ? String(key) : key))];
  const params = issue.code === "custom" ? (issue.params as Partial<IssueParams> | undefined) : undefined;
  const ErrorClass = classesByCode.get(params?.code ?? "") ?? InvalidInputError;
  return new ErrorClass({ path: at, expected: params?.expected ?? expectedBy(issue), cause: error });
}

function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return nouns.get(issue.expected) ?? issue.expected;
    case "invalid_value":
      return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.join(", ")}`;
    case "invalid_format":
      return issue.pattern === undefined ? `text in the form ${issue.format}` : `text that matches ${issue.pattern}`;
    case "too_small":
      return `${countedIn(issue.origin)} ${issue.inclusive === false ? "above" : "of at least"} ${issue.minimum}`;
    case "too_big":
      return `${countedIn(issue.origin)} ${issue.inclusive === false ? "below" : "of at most"} ${issue.maximum}`;
    case "unrecognized_keys":
      return "no key but those of the schema";
    case "invalid_union":
      return "one of the forms of the schema";
    default:
      return "a value that the schema takes";
  }
}

function countedIn(origin: string): string {
  return origin === "string" ? "text with a length" : origin === "array" ? "a list with a length" : "a number";
}
