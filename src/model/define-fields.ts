import * as z from "zod";
import { type Decimal, decimalAmount, InvalidInputError, InvalidOptionError, instant } from "../kernel/index.js";
import type { AttributeValue, CustomerAttributes } from "./attributes.js";
import type { customerSchema } from "./customer.js";
import { type FieldDefinition, type FieldDefinitionsInput, parseFieldDefinitions } from "./field-definitions.js";
import { personal } from "./pii.js";
import { day, defaulted, optional, text } from "./primitives.js";

/** A value of a field declared as data: dates of the calendar stay text. */
export type FieldValue = AttributeValue | Date | Decimal;

/** The values of fields declared as data, by name. */
export interface FieldValues {
  readonly [name: string]: FieldValue | undefined;
}

/** A customer's attributes where the shop's own fields are declared as data. */
export type CustomerAttributesWith<Custom> = Omit<CustomerAttributes, "custom"> & { custom?: Custom | undefined };

/** A schema whose `attributes` are of another type. */
export type WithAttributes<S extends z.ZodObject, A> = z.ZodObject<
  Omit<S["shape"], "attributes"> & { attributes: z.ZodType<A, A | undefined> }
>;

/** A schema with the shop's own fields, declared as data and so without code.
 *
 * The fields are validated like every other, stand in {@link fieldsOf}, and are the only ones taken where they stand: a
 * key that is not declared is unknown. A field with a `family` joins that family of a customer's attributes, one without
 * joins `attributes.custom`; on orders and products it joins `attributes`. In code, declare fields by zod's own `extend`
 * instead, which gives the type as well: see the guide.
 * @param schema - of customers, orders or products, or one extended by the shop
 * @param definitions - plain data with a `version`
 * @throws When the definitions are not valid, declare a name twice or one that a family has, or a min above its max:
 *   {@link InvalidInputError}; when their version is not known: {@link UnknownVersionError}.
 * @example
 * ```ts
 * import { customerSchema, defineFields, parseRecord } from "clientele/model";
 * const shopCustomerSchema = defineFields(customerSchema, {
 *   version: 1,
 *   fields: [{ name: "shoeSize", type: "number", min: 15, max: 55 }],
 * });
 * const customer = parseRecord(shopCustomerSchema, { id: "c42", attributes: { custom: { shoeSize: 42 } } });
 * if (customer.attributes.custom?.["shoeSize"] !== 42) throw new Error("lost the field");
 * ```
 */
export function defineFields(
  schema: typeof customerSchema,
  definitions: FieldDefinitionsInput,
): WithAttributes<typeof customerSchema, CustomerAttributesWith<FieldValues>>;
export function defineFields<S extends z.ZodObject>(
  schema: S,
  definitions: FieldDefinitionsInput,
): WithAttributes<S, FieldValues>;
export function defineFields(schema: z.ZodObject, given: FieldDefinitionsInput): z.ZodObject {
  const { fields } = parseFieldDefinitions(given);
  const attributes = attributesOf(schema);
  const isRequired = fields.some((field) => field.required);
  const joined = attributes instanceof z.ZodObject ? joinedToFamilies(attributes, fields) : joinedToAttributes(fields);
  return schema.extend({ attributes: isRequired ? joined : defaulted(joined, () => ({})) });
}

function attributesOf(schema: z.ZodObject): z.ZodType {
  const attributes: unknown = schema.shape["attributes"];
  if (attributes instanceof z.ZodType) return presentSchema(attributes);
  throw new InvalidOptionError({ path: ["schema"], expected: "the schema of a kind with attributes" });
}

function joinedToAttributes(fields: readonly FieldDefinition[]): z.ZodObject {
  for (const [i, field] of fields.entries())
    if (field.family !== undefined)
      throw new InvalidInputError({ path: ["fields", i, "family"], expected: "a family on customers alone" });
  return z.object(shapeOf(fields));
}

function joinedToFamilies(attributes: z.ZodObject, fields: readonly FieldDefinition[]): z.ZodObject {
  const families = new Set(fields.map((field) => field.family ?? "custom"));
  const shape = [...families].map((family) => {
    const own = fields.filter((field) => (field.family ?? "custom") === family);
    const standard = standardShape(attributes, family);
    for (const field of own)
      if (Object.hasOwn(standard, field.name))
        throw new InvalidInputError({
          path: ["fields", fields.indexOf(field), "name"],
          expected: `a name that the family ${family} does not have already`,
        });
    const schema = z.object({ ...standard, ...shapeOf(own) });
    return [family, own.some((field) => field.required) ? schema : optional(schema)] as const;
  });
  return attributes.extend(Object.fromEntries(shape));
}

function standardShape(attributes: z.ZodObject, family: string): z.core.$ZodShape {
  const standard: unknown = attributes.shape[family];
  const object = standard instanceof z.ZodType ? presentSchema(standard) : undefined;
  return object instanceof z.ZodObject ? object.shape : {};
}

/** The schema of a field that is given: without what makes it optional or gives it a default. */
function presentSchema(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodPipe) return presentSchema(schema.def.in as z.ZodType);
  const mayBeAbsent =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault;
  return mayBeAbsent ? presentSchema(schema.def.innerType as z.ZodType) : schema;
}

function shapeOf(fields: readonly FieldDefinition[]): Record<string, z.ZodType> {
  return Object.fromEntries(
    fields.map((field) => {
      const schema = schemaOf(field);
      const marked = field.personal === undefined ? schema : personal(schema, field.personal);
      return [field.name, field.required ? marked : optional(marked)];
    }),
  );
}

function schemaOf(field: FieldDefinition): z.ZodType {
  switch (field.type) {
    case "text":
      return text;
    case "number":
      return z
        .number()
        .min(field.min ?? -Number.MAX_VALUE)
        .max(field.max ?? Number.MAX_VALUE);
    case "boolean":
      return z.boolean();
    case "date":
      return day;
    case "instant":
      return instant;
    case "money":
      return decimalAmount;
    case "choice":
      return z.enum(field.options);
    case "list":
      return z.array(field.options === undefined ? text : z.enum(field.options));
  }
}
