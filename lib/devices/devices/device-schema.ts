import { changesOf } from "@/lib/core/validation/changes-of";
import { optionalId } from "@/lib/core/validation/optional-values";
import { checkbox, optionalMultilineText, recordVersion, z } from "@/lib/core/validation/problems";

export const updateDeviceInput = z.object({
  id: z.uuid(),
  version: recordVersion,
  ...changesOf({
    comment: optionalMultilineText(300),
    isSmartOptimizationActive: checkbox,
    /** One of the end-user's own buildings, or none. */
    buildingId: optionalId,
  }),
});

export const deleteDeviceInput = z.object({
  id: z.uuid(),
  /** The device's model, typed again. */
  confirmation: z.string().trim().min(1).max(200),
  version: recordVersion.optional(),
});
