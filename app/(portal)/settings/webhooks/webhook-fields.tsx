"use client";

import { useTranslations } from "next-intl";
import { CheckboxField, TextField } from "@/components/form/fields";
import { webhookEvents } from "@/lib/platform/webhooks/webhook-events";
import { boxOf } from "@/lib/platform/webhooks/webhook-form-schema";

/** A webhook's address, its events and what its messages contain. */
export function WebhookFields() {
  const t = useTranslations("webhooks");
  return (
    <>
      <TextField name="name" label={t("name")} hint={t("nameHint")} autoComplete="off" />
      <TextField
        name="url"
        label={t("url")}
        hint={t("urlHint")}
        type="url"
        inputMode="url"
        placeholder="https://systems.company.com/wattdesk"
      />
      <fieldset>
        <legend className="mb-3 text-[15px] font-semibold text-ink">{t("events")}</legend>
        <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
          {webhookEvents.map((event) => (
            <CheckboxField
              key={event}
              name={boxOf(event)}
              label={t(`told.${boxOf(event)}` as "told.user_created")}
              hint={<code className="font-mono text-xs">{event}</code>}
            />
          ))}
        </div>
      </fieldset>
      <CheckboxField
        name="includesRecord"
        label={t("includesRecord")}
        hint={t("includesRecordHint")}
      />
    </>
  );
}
