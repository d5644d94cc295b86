import { checkbox, requiredText, z } from "@/lib/core/validation/problems";

export const moveBuildingInput = z.object({
  id: z.uuid(),
  /** The end-user who moves in, by customer number, e-mail address or id. */
  newOwner: requiredText(255),
  /** The first day of the new owner. Absent or empty: today. */
  firstDay: z
    .union([z.literal(""), z.iso.date()])
    .transform((day) => day || undefined)
    .optional(),
  /** Vehicles leave with their owner unless this is ticked. */
  withVehicles: checkbox,
});

/** The building whose scheduled move is meant. */
export const cancelMoveInput = z.object({ id: z.uuid() });
