"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { submit, withIdentityProof } from "@/app/_server/submit";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
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

export async function createWebhookAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, (values) =>
    createWebhook(
      withIdentityProof(actor, values),
      withEvents(parseInput(createWebhookForm, values)),
    ),
  );
}

export async function updateWebhookAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await updateWebhook(
      withIdentityProof(actor, values),
      withEvents(parseInput(updateWebhookForm, values)),
    );
    redirect(`${page}/${id}?saved=changed`);
  });
}

export async function rotateWebhookSecretAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const rotated = await rotateWebhookSecret(withIdentityProof(actor, values), {
      id: values.id ?? "",
    });
    revalidatePath(`${page}/${rotated.id}`);
    return rotated;
  });
}

export async function deleteWebhookAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    await deleteWebhook(actor, { id: values.id ?? "" });
    redirect(page);
  });
}

export async function testWebhookAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const id = values.id ?? "";
    await testWebhook(actor, { id });
    redirect(`${page}/${id}?saved=tested`);
  });
}

export async function replayWebhookDeliveryAction(
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const id = values.id ?? "";
    await replayWebhookDelivery(actor, { id, deliveryId: values.deliveryId ?? "" });
    redirect(`${page}/${id}?saved=replayed`);
  });
}
