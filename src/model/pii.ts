import * as z from "zod";

/** What a personal field holds, so that an export can name it and an erasure can decide about it. */
export interface PersonalField {
  readonly kind:
    | "name"
    | "email"
    | "phone"
    | "birth-date"
    | "address"
    | "location"
    | "network"
    | "characteristic"
    | "free-text";
}

/** The registry of personal fields (zod): a schema that is in it holds what tells of a person.
 *
 * Export, masking and erasure find the fields by it, with {@link fieldsOf}, and so does a test that nothing personal is
 * left. A shop's own field joins with `schema.register(pii, { kind: "phone" })`.
 */
export const pii = z.registry<PersonalField>();
