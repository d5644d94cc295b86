"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { LinkButton } from "@/components/ui/button";
import { createWebhookForm } from "@/lib/platform/webhooks/webhook-form-schema";
import { createWebhookAction } from "../actions";
import { NewWebhookSecret } from "../new-webhook-secret";
import { WebhookFields } from "../webhook-fields";

export function CreateWebhookForm() {
  const t = useTranslations("webhooks");
  return (
    <ActionForm
      action={createWebhookAction}
      schema={createWebhookForm}
      label={t("create")}
      whenDone={(made) => <NewWebhookSecret {...made} />}
    >
      <WebhookFields />
      <div className="flex flex-wrap gap-3 border-t border-line pt-5">
        <SubmitButton>{t("create")}</SubmitButton>
        <LinkButton href="/settings/webhooks" tone="quiet">
          {t("cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  );
}
