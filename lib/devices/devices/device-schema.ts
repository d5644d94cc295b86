import { changesOf } from "@/lib/core/validation/changes-of";
import { checkbox, optionalMultilineText, recordVersion, z } from "@/lib/core/validation/problems";

export const updateDeviceInput = z.object({
  id: z.uuid(),
  version: recordVersion,
  ...changesOf({ comment: optionalMultilineText(300), isSmartOptimizationActive: checkbox }),
});

export const deleteDeviceInput = z.object({
  id: z.uuid(),
  /** The device's model, typed again. */
  confirmation: z.string().trim().min(1).max(200),
});
