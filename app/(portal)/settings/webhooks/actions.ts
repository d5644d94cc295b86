"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/form-action";
import { parseInput } from "@/lib/core/validation/parse-input";
import { replayWebhookDelivery, testWebhook } from "@/lib/platform/webhooks/send-again";
import {
  createWebhookForm,
  updateWebhookForm,
  withEvents,
} from "@/lib/platform/webhooks/webhook-form-schema";
import {
  createWebhook,
  deleteWebhook,
  rotateWebhookSecret,
  updateWebhook,
} from "@/lib/platform/webhooks/write-webhook";

const page = "/settings/webhooks";

export const createWebhookAction = formAction(createWebhook, (created) => created, {
  input: ({ values }) => withEvents(parseInput(createWebhookForm, values)),
});

export const updateWebhookAction = formAction(
  updateWebhook,
  ({ id }) => redirect(`${page}/${id}?saved=changed`),
  { input: ({ values }) => withEvents(parseInput(updateWebhookForm, values)) },
);

export const rotateWebhookSecretAction = formAction(rotateWebhookSecret, (rotated) => {
  revalidatePath(`${page}/${rotated.id}`);
  return rotated;
});

export const deleteWebhookAction = formAction(deleteWebhook, () => redirect(page));

export const testWebhookAction = formAction(testWebhook, (_, { values }) =>
  redirect(`${page}/${values.id}?saved=tested`),
);

export const replayWebhookDeliveryAction = formAction(replayWebhookDelivery, (_, { values }) =>
  redirect(`${page}/${values.id}?saved=replayed`),
);
