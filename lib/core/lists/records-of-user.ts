import { z } from "../validation/problems";
import { isCursor } from "./keyset";

/** The most records in one answer. */
export const maxRecords = 1000;

/** What every list of whole records takes: those that clients page through, and no list of the portal. */
export const recordListInput = {
  includeDeleted: z.boolean().default(false),
  limit: z.number().int().min(1).max(maxRecords).default(maxRecords),
  cursor: z.string().max(1000).refine(isCursor, { error: "cursor" }).optional(),
};

/** One record of an end-user, named by both. */
export const recordOfUser = z.object({
  userId: z.uuid(),
  id: z.uuid(),
  includeDeleted: z.boolean().default(false),
});

export const recordsOfUser = z.object({ userId: z.uuid(), ...recordListInput });
