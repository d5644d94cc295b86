import { anyPageSize, listInput } from "@/lib/core/lists/list-input";
import { recordVersion, requiredText, z } from "@/lib/core/validation/problems";
import { webAddress } from "@/lib/core/validation/web-address";
import { webhookEvents } from "./webhook-events";

const events = z.array(z.enum(webhookEvents)).min(1, { error: "nothingChosen" });

const fields = {
  name: requiredText(80),
  url: webAddress,
  events,
  includesRecord: z.boolean(),
};

export const createWebhookInput = z.object({
  ...fields,
  includesRecord: fields.includesRecord.default(false),
});

export const updateWebhookInput = z.object({
  ...fields,
  id: z.uuid(),
  version: recordVersion,
  isEnabled: z.boolean(),
});

export const webhookReference = z.object({ id: z.uuid() });

export const deleteWebhookInput = webhookReference.extend({ version: recordVersion.optional() });

export const deliveryReference = z.object({ id: z.uuid(), deliveryId: z.uuid() });

export const webhookDeliveryStates = ["queued", "delivered", "failed"] as const;

export const listDeliveriesInput = z.object({
  id: z.uuid(),
  state: z.enum(webhookDeliveryStates).optional(),
  cursor: listInput.cursor,
  size: anyPageSize,
  direction: listInput.direction,
});
