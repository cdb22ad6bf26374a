import * as z from "zod";
import { instant } from "../kernel/index.js";
import { openAttributesSchema } from "./attributes.js";
import { personal } from "./pii.js";
import { defaulted, id, optional, quantity, text } from "./primitives.js";

const base = {
  id,
  /** Absent while the visitor is not known. */
  customerId: optional(id),
  /** The device or cookie, as the shop names it. */
  visitorId: optional(personal(id, "network")),
  sessionId: optional(id),
  at: instant,
  /** Where it happened: `web`, `app`, `store`. */
  channel: optional(text),
  /** The shop's own fields. */
  attributes: defaulted(openAttributesSchema, () => ({})),
};

const message = {
  messageId: id,
  campaignId: optional(id),
  /** How it was sent. */
  medium: optional(z.enum(["email", "sms", "push", "chat", "post"])),
};

/** One thing a customer did, apart from buying: told apart by `type`. Events of the shop's own are `custom`, with a name. */
export const eventSchema = z.discriminatedUnion("type", [
  z.object({ ...base, type: z.literal("visit"), source: optional(text) }),
  z.object({ ...base, type: z.literal("view"), productId: optional(id), category: optional(text) }),
  z.object({
    ...base,
    type: z.literal("cart"),
    action: z.enum(["add", "remove"]),
    productId: id,
    quantity: defaulted(quantity, () => 1),
  }),
  z.object({ ...base, type: z.literal("wishlist"), action: z.enum(["add", "remove"]), productId: id }),
  z.object({ ...base, type: z.literal("checkout"), cartId: optional(id) }),
  z.object({
    ...base,
    type: z.literal("search"),
    query: personal(text, "free-text"),
    /** Hits shown. */
    results: optional(z.int().min(0)),
  }),
  z.object({ ...base, type: z.literal("message-sent"), ...message }),
  z.object({ ...base, type: z.literal("message-opened"), ...message }),
  z.object({ ...base, type: z.literal("message-clicked"), ...message }),
  z.object({ ...base, type: z.literal("service-contact"), topic: optional(text), ticketId: optional(id) }),
  z.object({
    ...base,
    type: z.literal("review"),
    productId: id,
    /** 1 to 5 stars. */
    rating: z.number().min(1).max(5),
    text: optional(personal(text, "free-text")),
  }),
  z.object({ ...base, type: z.literal("referral"), referredId: optional(id) }),
  z.object({ ...base, type: z.literal("custom"), name: text, productId: optional(id) }),
]);

/** One thing a customer did, apart from buying. */
export type ActivityEvent = z.infer<typeof eventSchema>;

/** An event as a caller may write it. */
export type ActivityEventInput = z.input<typeof eventSchema>;

/** The types of events. */
export type ActivityEventType = ActivityEvent["type"];
