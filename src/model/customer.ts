import * as z from "zod";
import { instant } from "../kernel/index.js";
import { customerAttributesSchema } from "./attributes.js";
import { pii } from "./pii.js";
import { id, optional, text } from "./primitives.js";

/** One customer as the shop keeps them. */
export const customerSchema = z.object({
  id,
  /** When the shop first knew them. */
  createdAt: optional(instant),
  /** The whole name, as the customer writes it. */
  name: optional(text.register(pii, { kind: "name" })),
  givenName: optional(text.register(pii, { kind: "name" })),
  familyName: optional(text.register(pii, { kind: "name" })),
  /** As typed, the first is the main one. */
  emails: z
    .array(
      z
        .string()
        .regex(/^[^\s@]+@[^\s@]+$/)
        .register(pii, { kind: "email" }),
    )
    .default(() => []),
  /** As typed, the first is the main one; E.164 where the shop has it. */
  phones: z.array(text.register(pii, { kind: "phone" })).default(() => []),
  /** The four families and the shop's own fields. */
  attributes: customerAttributesSchema.prefault({}),
});

/** One customer as the shop keeps them. */
export interface Customer extends z.infer<typeof customerSchema> {}

/** A customer as a caller may write them: instants as text or `Date`, defaults left out. */
export interface CustomerInput extends z.input<typeof customerSchema> {}
