import * as z from "zod";

/** What a personal field tells of a person. */
export const personalKindSchema = z.enum([
  "name",
  "email",
  "phone",
  "birth-date",
  "address",
  "location",
  "network",
  "characteristic",
  "free-text",
]);

/** What the registry says of a personal field, so that an export can name it and an erasure can decide about it. */
export interface PersonalField {
  readonly kind: z.infer<typeof personalKindSchema>;
}

/** The registry of personal fields (zod): a schema that is in it holds what tells of a person.
 *
 * Export, masking and erasure find the fields by it, with {@link fieldsOf}, and so does a test that nothing personal is
 * left. A shop's own field joins by {@link personal}.
 */
export const pii = z.registry<PersonalField>();

/** A schema of its own, registered as personal: the one given, which other fields may share, is not.
 * @param kind - what the field tells of a person
 */
export function personal<S extends z.ZodType>(schema: S, kind: PersonalField["kind"]): S {
  const own = schema.clone() as S;
  pii.add(own, { kind });
  return own;
}
