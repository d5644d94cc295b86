import { checkbox, recordVersion, z } from "@/lib/core/validation/problems";
import { type WebhookEvent, webhookEvents } from "./webhook-events";
import { createWebhookInput } from "./webhook-schema";

/** The name of a box in a form, where a dot would mean something else. */
export const boxOf = (event: WebhookEvent) => event.replace(".", "_");

const boxes = Object.fromEntries(webhookEvents.map((event) => [boxOf(event), checkbox]));

const fields = z.object({
  name: createWebhookInput.shape.name,
  url: createWebhookInput.shape.url,
  includesRecord: checkbox,
  ...boxes,
});

const chosenIn = (values: Record<string, unknown>) =>
  webhookEvents.filter((event) => values[boxOf(event)] === true);

const nothingChosen = {
  error: "nothingChosen",
  path: [boxOf(webhookEvents[0])],
};

/** A new webhook as its form has it: a box for each thing to be told of. */
export const createWebhookForm = fields.refine(
  (values) => chosenIn(values).length > 0,
  nothingChosen,
);

export const updateWebhookForm = fields
  .extend({ id: z.uuid(), version: recordVersion, isEnabled: checkbox })
  .refine((values) => chosenIn(values).length > 0, nothingChosen);

/** A form's boxes as the list of what is asked for. */
export function withEvents<Values extends Record<string, unknown>>(values: Values) {
  return { ...values, events: chosenIn(values) };
}
