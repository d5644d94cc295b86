"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField, HiddenField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { webhookEvents } from "@/lib/platform/webhooks/webhook-events";
import { boxOf, updateWebhookForm } from "@/lib/platform/webhooks/webhook-form-schema";
import { deliveryReference, webhookReference } from "@/lib/platform/webhooks/webhook-schema";
import {
  deleteWebhookAction,
  replayWebhookDeliveryAction,
  rotateWebhookSecretAction,
  testWebhookAction,
  updateWebhookAction,
} from "../actions";
import { NewWebhookSecret } from "../new-webhook-secret";
import { WebhookFields } from "../webhook-fields";

type Webhook = {
  id: string;
  version: number;
  name: string;
  url: string;
  events: string[];
  includesRecord: boolean;
  isEnabled: boolean;
};

export function UpdateWebhookForm({ webhook }: { webhook: Webhook }) {
  const t = useTranslations("webhooks");
  const { id, version, name, url, events, includesRecord, isEnabled } = webhook;
  const boxes = webhookEvents.map((event) => [boxOf(event), events.includes(event)]);
  return (
    <ActionForm
      action={updateWebhookAction}
      schema={updateWebhookForm}
      values={{ name, url, includesRecord, isEnabled, ...Object.fromEntries(boxes) }}
      label={t("change")}
    >
      <HiddenField name="id" value={id} />
      <HiddenField name="version" value={String(version)} />
      <WebhookFields />
      <CheckboxField name="isEnabled" label={t("enabled")} hint={t("enabledHint")} />
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function TestWebhookForm({ id }: { id: string }) {
  const t = useTranslations("webhooks");
  return (
    <ActionForm action={testWebhookAction} schema={webhookReference} label={t("test")}>
      <HiddenField name="id" value={id} />
      <SubmitButton tone="secondary" size="small">
        {t("test")}
      </SubmitButton>
    </ActionForm>
  );
}

export function ReplayForm({ id, deliveryId, type }: Record<"id" | "deliveryId" | "type", string>) {
  const t = useTranslations("webhooks");
  return (
    <ActionForm
      action={replayWebhookDeliveryAction}
      schema={deliveryReference}
      label={t("replayNamed", { type })}
    >
      <HiddenField name="id" value={id} />
      <HiddenField name="deliveryId" value={deliveryId} />
      <SubmitButton tone="secondary" size="small">
        {t("replay")}
      </SubmitButton>
    </ActionForm>
  );
}

export function RotateWebhookSecretForm({ id }: { id: string }) {
  const t = useTranslations("webhooks");
  return (
    <ActionForm
      action={rotateWebhookSecretAction}
      schema={webhookReference}
      label={t("rotate")}
      whenDone={(made) => <NewWebhookSecret {...made} />}
    >
      <HiddenField name="id" value={id} />
      <div>
        <SubmitButton tone="secondary">{t("rotate")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function DeleteWebhookForm({ id }: { id: string }) {
  const t = useTranslations("webhooks");
  return (
    <ActionForm action={deleteWebhookAction} schema={webhookReference} label={t("delete")}>
      <HiddenField name="id" value={id} />
      <div>
        <SubmitButton tone="danger">{t("delete")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
