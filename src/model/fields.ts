import * as z from "zod";
import { decimalAmount, InvalidOptionError, instant } from "../kernel/index.js";
import { type PersonalField, pii } from "./pii.js";

/** What a field holds. `open` is an object whose keys nobody declared; `list` is a list of single values. */
export type FieldType =
  | "text"
  | "number"
  | "boolean"
  | "date"
  | "instant"
  | "money"
  | "choice"
  | "list"
  | "open"
  | "other";

/** One field of a schema, as rules and profiles see it. */
export interface Field {
  /** Keys from the outermost in, joined by points; `[]` after a list of objects: `lines[].productId`. */
  readonly path: string;
  readonly type: FieldType;
  /** Whether the field has to be given, as long as what it stands in is there. */
  readonly isRequired: boolean;
  /** The values of a choice. */
  readonly options?: readonly string[] | undefined;
  /** What a list holds. */
  readonly items?: FieldType | undefined;
  /** What the field tells of a person, where it does. */
  readonly personal?: PersonalField["kind"] | undefined;
}

interface Spot {
  readonly path: string;
  readonly isRequired: boolean;
  readonly personal: PersonalField["kind"] | undefined;
}

/** The table of a schema's fields, the shop's own ones included: path, type, options, and whether it is personal.
 * @param schema - an object schema or a union of them, of the model or extended by the shop
 * @param prefix - put before every path: `"customer"` makes `customer.emails`
 * @returns one row a field, in the order of the schema; in a union, fields of the same path are one
 * @throws When the schema is not of an object: {@link InvalidOptionError}.
 * @example
 * ```ts
 * import { customerSchema, fieldsOf } from "clientele/model";
 * const emails = fieldsOf(customerSchema).find((field) => field.path === "emails");
 * if (emails?.personal !== "email") throw new Error("an address is personal");
 * ```
 */
export function fieldsOf(schema: z.ZodType, prefix = ""): readonly Field[] {
  const root = stripped(schema, { path: prefix, isRequired: true, personal: undefined }).schema;
  if (!(root instanceof z.ZodObject || root instanceof z.ZodUnion))
    throw new InvalidOptionError({ path: ["schema"], expected: "the schema of an object" });
  return fieldsAt(root, { path: prefix, isRequired: true, personal: undefined });
}

function fieldsAt(given: z.core.$ZodType, at: Spot): readonly Field[] {
  const { schema, spot } = stripped(given, at);
  if (schema instanceof z.ZodObject) {
    const under = spot.path === "" ? "" : `${spot.path}.`;
    return Object.entries(schema.shape as z.core.$ZodShape).flatMap(([key, part]) =>
      fieldsAt(part, { path: `${under}${key}`, isRequired: true, personal: spot.personal }),
    );
  }
  if (schema instanceof z.ZodUnion && isOfObjects(schema)) return fieldsOfUnion(schema, spot);
  if (schema instanceof z.ZodArray) {
    const item = stripped(schema.element, spot);
    if (item.schema instanceof z.ZodObject) return fieldsAt(item.schema, { ...item.spot, path: `${spot.path}[]` });
    return [field({ ...spot, personal: item.spot.personal }, "list", { items: typeOf(item.schema) })];
  }
  const type = typeOf(schema);
  return [field(spot, type, type === "choice" ? { options: optionsOf(schema) } : {})];
}

function fieldsOfUnion(union: z.ZodUnion, spot: Spot): readonly Field[] {
  const tables = union.options.map((option) => fieldsAt(option, spot));
  const byPath = new Map<string, Field>();
  for (const one of tables.flat()) {
    const known = byPath.get(one.path);
    byPath.set(one.path, known === undefined ? one : united(known, one));
  }
  const counts = (path: string) => tables.filter((table) => table.some((one) => one.path === path)).length;
  return [...byPath.values()].map((one) => (counts(one.path) === tables.length ? one : { ...one, isRequired: false }));
}

function united(a: Field, b: Field): Field {
  const options = [...new Set([...(a.options ?? []), ...(b.options ?? [])])];
  return {
    path: a.path,
    type: a.type === b.type ? a.type : "other",
    isRequired: a.isRequired && b.isRequired,
    ...(options.length === 0 ? {} : { options }),
    ...(a.items === undefined ? {} : { items: a.items }),
    ...((a.personal ?? b.personal) ? { personal: a.personal ?? b.personal } : {}),
  };
}

function field(spot: Spot, type: FieldType, more: Pick<Field, "options" | "items">): Field {
  const { path, isRequired, personal } = spot;
  return { path, type, isRequired, ...more, ...(personal === undefined ? {} : { personal }) };
}

/** The schema without what wraps it, and what the wraps said. */
function stripped(given: z.core.$ZodType, at: Spot): { readonly schema: z.core.$ZodType; readonly spot: Spot } {
  const spot = { ...at, personal: pii.get(given)?.kind ?? at.personal };
  if (isLeafCodec(given)) return { schema: given, spot };
  if (given instanceof z.ZodPipe) return stripped(given.def.in, spot);
  if (given instanceof z.ZodNullable || given instanceof z.ZodReadonly) return stripped(given.def.innerType, spot);
  if (given instanceof z.ZodOptional || given instanceof z.ZodDefault || given instanceof z.ZodPrefault)
    return stripped(given.def.innerType, { ...spot, isRequired: false });
  return { schema: given, spot };
}

function isLeafCodec(schema: z.core.$ZodType): schema is z.ZodCodec {
  return leafType(schema) !== undefined;
}

/** The two codecs of the kernel, however refined: a refinement keeps the outer side. */
function leafType(schema: z.core.$ZodType): "instant" | "money" | undefined {
  if (!(schema instanceof z.ZodPipe)) return undefined;
  if (schema.def.in === instant.def.in) return "instant";
  return schema.def.in === decimalAmount.def.in ? "money" : undefined;
}

function typeOf(schema: z.core.$ZodType): FieldType {
  const leaf = leafType(schema);
  if (leaf !== undefined) return leaf;
  if (schema instanceof z.ZodISODate) return "date";
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return "text";
  if (schema instanceof z.ZodNumber) return "number";
  if (schema instanceof z.ZodBoolean) return "boolean";
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) return "choice";
  return schema instanceof z.ZodRecord ? "open" : "other";
}

function optionsOf(schema: z.core.$ZodType): readonly string[] {
  if (schema instanceof z.ZodEnum) return schema.options.map(String);
  return schema instanceof z.ZodLiteral ? [...schema.values].map(String) : [];
}

function isOfObjects(union: z.ZodUnion): boolean {
  return union.options.every((option) => option instanceof z.ZodObject);
}
