import * as z from "zod";

/** A segment map as a schema, for JSON that a person or another system wrote; `checkSegmentMap` checks the partition. */
export const rfmSegmentMapSchema = z.object({
  version: z.literal(1),
  id: z.string().min(1),
  measures: z.enum(["rfm", "rf"]),
  levels: z.number().int().min(2).max(9),
  segments: z.array(z.object({ id: z.string().min(1), cells: z.array(z.string().regex(/^\d{2,3}$/)) })),
});
