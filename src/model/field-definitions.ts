import * as z from "zod";
import { InvalidInputError, UnknownVersionError } from "../kernel/index.js";
import { parseRecord } from "./parse.js";
import { personalKindSchema } from "./pii.js";
import { defaulted, optional, text } from "./primitives.js";

const RESERVED = new Set(["__proto__", "constructor", "prototype"]);

const options = z.array(text).min(1);

const base = {
  /** The key under which values stand: letters of any script, digits, `_` and `-`, a letter first. */
  name: z.string().regex(/^\p{L}[\p{L}\p{M}\p{N}_-]*$/u),
  /** Whether every record has to have it. */
  required: defaulted(z.boolean(), () => false),
  /** What people read in its place. */
  label: optional(text),
  /** The family of a customer's attributes it joins; `custom` where absent. */
  family: optional(z.enum(["geographic", "demographic", "psychographic", "behavioural"])),
  /** What it tells of a person, where it does. */
  personal: optional(personalKindSchema),
};

/** One field of the shop's own. */
export const fieldDefinitionSchema = z.discriminatedUnion("type", [
  z.object({ ...base, type: z.literal("text") }),
  z.object({ ...base, type: z.literal("number"), min: optional(z.number()), max: optional(z.number()) }),
  z.object({ ...base, type: z.literal("boolean") }),
  /** A day of the calendar, `2026-01-31`. */
  z.object({ ...base, type: z.literal("date") }),
  /** A moment, with its offset. */
  z.object({ ...base, type: z.literal("instant") }),
  /** A decimal amount, in the record's currency. */
  z.object({ ...base, type: z.literal("money") }),
  /** One of the options. */
  z.object({ ...base, type: z.literal("choice"), options }),
  /** Texts, or any of the options. */
  z.object({ ...base, type: z.literal("list"), options: optional(options) }),
]);

/** One field of the shop's own. */
export type FieldDefinition = z.infer<typeof fieldDefinitionSchema>;

/** The fields of the shop's own, as plain data to store. */
export const fieldDefinitionsSchema = z.object({
  version: z.literal(1),
  fields: z.array(fieldDefinitionSchema),
});

/** The fields of the shop's own. */
export interface FieldDefinitions extends z.infer<typeof fieldDefinitionsSchema> {}

/** The fields of the shop's own, as a caller may write them. */
export interface FieldDefinitionsInput extends z.input<typeof fieldDefinitionsSchema> {}

/** Reads stored definitions of fields.
 * @throws When they are not valid, a name is reserved or declared twice in its family, or a min is above its max:
 *   {@link InvalidInputError}; when their version is not known: {@link UnknownVersionError}.
 */
export function parseFieldDefinitions(given: unknown): FieldDefinitions {
  const version: unknown = typeof given === "object" && given !== null && "version" in given ? given.version : 1;
  if (typeof version === "number" && version !== 1)
    throw new UnknownVersionError({ path: ["version"], expected: "version 1" });
  const definitions = parseRecord(fieldDefinitionsSchema, given);
  const taken = new Set<string>();
  for (const [i, field] of definitions.fields.entries()) {
    const { family = "custom", name } = field;
    if (RESERVED.has(name))
      throw new InvalidInputError({ path: ["fields", i, "name"], expected: "a name that is not reserved" });
    if (taken.has(`${family}.${name}`))
      throw new InvalidInputError({ path: ["fields", i, "name"], expected: `a name that is free in ${family}` });
    if (field.type === "number" && field.min !== undefined && field.max !== undefined && field.min > field.max)
      throw new InvalidInputError({ path: ["fields", i, "max"], expected: "a number not below min" });
    taken.add(`${family}.${name}`);
  }
  return definitions;
}
