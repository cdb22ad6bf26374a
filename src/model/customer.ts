import * as z from "zod";
import { instant } from "../kernel/index.js";
import { customerAttributesSchema } from "./attributes.js";
import { personal } from "./pii.js";
import { defaulted, id, optional, text } from "./primitives.js";

/** One customer as the shop keeps them. */
export const customerSchema = z.object({
  id,
  /** When the shop first knew them. */
  createdAt: optional(instant),
  /** The whole name, as the customer writes it. */
  name: optional(personal(text, "name")),
  givenName: optional(personal(text, "name")),
  familyName: optional(personal(text, "name")),
  /** As typed, the first is the main one. */
  emails: defaulted(z.array(personal(z.string().regex(/^[^\s@]+@[^\s@]+$/), "email")), () => []),
  /** As typed, the first is the main one; E.164 where the shop has it. */
  phones: defaulted(z.array(personal(text, "phone")), () => []),
  /** The four families and the shop's own fields. */
  attributes: defaulted(customerAttributesSchema, () => ({})),
});

/** One customer as the shop keeps them. */
export interface Customer extends z.infer<typeof customerSchema> {}

/** A customer as a caller may write them: instants as text or `Date`, defaults left out. */
export interface CustomerInput extends z.input<typeof customerSchema> {}
