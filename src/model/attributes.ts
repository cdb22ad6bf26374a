import * as z from "zod";
import { personal } from "./pii.js";
import { day, optional, text } from "./primitives.js";

/** A value of a field that nobody declared: text, a finite number, a yes or no, or a list of texts. */
export const attributeValueSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

/** A value of a field that nobody declared. */
export type AttributeValue = z.infer<typeof attributeValueSchema>;

/** Fields that nobody declared, by name. A key `__proto__` is never taken over. */
export const openAttributesSchema = z.record(text, attributeValueSchema);

/** Fields that nobody declared, by name. */
export interface OpenAttributes extends z.infer<typeof openAttributesSchema> {}

/** Where the customer lives and buys. */
export const geographicSchema = z.object({
  /** ISO 3166-1 alpha-2, upper case: `CN`. */
  country: optional(z.string().regex(/^[A-Z]{2}$/)),
  /** ISO 3166-2 subdivision (`CN-SH`), or the region as the shop calls it. */
  region: optional(text),
  city: optional(text),
  postalCode: optional(personal(text, "address")),
  /** IANA zone in which the customer's days begin. */
  timeZone: optional(text),
  /** Degrees, −90 to 90. */
  latitude: optional(personal(z.number().min(-90).max(90), "location")),
  /** Degrees, −180 to 180. */
  longitude: optional(personal(z.number().min(-180).max(180), "location")),
  density: optional(z.enum(["urban", "suburban", "rural"])),
  /** Climate as the shop groups it, or a Köppen class. */
  climate: optional(text),
});

/** Where the customer lives and buys. */
export interface Geographic extends z.infer<typeof geographicSchema> {}

/** Who the customer is, in the terms of a census. */
export const demographicSchema = z.object({
  /** `1990-02-28`. */
  birthDate: optional(personal(day, "birth-date")),
  /** Where only a band is known: `25-34`. */
  ageBand: optional(text),
  gender: optional(personal(text, "characteristic")),
  maritalStatus: optional(personal(text, "characteristic")),
  /** Persons, the customer included. */
  householdSize: optional(z.int().min(1)),
  children: optional(z.int().min(0)),
  incomeBand: optional(personal(text, "characteristic")),
  occupation: optional(personal(text, "characteristic")),
  education: optional(personal(text, "characteristic")),
  /** BCP 47: `zh-CN`. */
  language: optional(text),
});

/** Who the customer is, in the terms of a census. */
export interface Demographic extends z.infer<typeof demographicSchema> {}

/** How the customer lives and what they hold dear. */
export const psychographicSchema = z.object({
  lifestyle: optional(text),
  interests: optional(z.array(text)),
  values: optional(z.array(text)),
  personality: optional(personal(text, "characteristic")),
  attitude: optional(text),
});

/** How the customer lives and what they hold dear. */
export interface Psychographic extends z.infer<typeof psychographicSchema> {}

/** How the customer says they buy; what their orders tell is computed from facts. */
export const behaviouralSchema = z.object({
  /** What brought them: `referral`, `paid-search`. */
  acquisitionChannel: optional(text),
  preferredChannel: optional(text),
  preferredCategories: optional(z.array(text)),
  /** What they look for in a product: `quality`, `price`, `speed`. */
  benefitsSought: optional(z.array(text)),
  /** When they buy: `birthday`, `spring-festival`. */
  occasions: optional(z.array(text)),
  usageRate: optional(z.enum(["light", "medium", "heavy"])),
  /** How far on the way to buying (Kotler's buyer-readiness stages). */
  readiness: optional(z.enum(["unaware", "aware", "informed", "interested", "desirous", "intending"])),
  priceSensitivity: optional(z.enum(["low", "medium", "high"])),
});

/** How the customer says they buy. */
export interface Behavioural extends z.infer<typeof behaviouralSchema> {}

/** What is known of a customer apart from what they did: the four families of segmentation, and the shop's own fields. */
export const customerAttributesSchema = z.object({
  geographic: optional(geographicSchema),
  demographic: optional(demographicSchema),
  psychographic: optional(psychographicSchema),
  behavioural: optional(behaviouralSchema),
  /** The shop's own fields: open until it declares them. */
  custom: optional(openAttributesSchema),
});

/** What is known of a customer apart from what they did. */
export interface CustomerAttributes extends z.infer<typeof customerAttributesSchema> {}
