"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField, TextField } from "@/components/form/fields";
import { FileField } from "@/components/form/file-field";
import { SubmitButton } from "@/components/form/submit-button";
import { brandingForm } from "@/lib/platform/branding/branding-schema";
import { updateBrandingAction } from "./actions";

type Props = { accentColor: string; hasLogo: boolean };

export function BrandingForm({ accentColor, hasLogo }: Props) {
  const t = useTranslations("appearance");
  return (
    <ActionForm
      action={updateBrandingAction}
      schema={brandingForm}
      values={{ accentColor }}
      label={t("title")}
    >
      <FileField
        name="logo"
        label={t("logo")}
        hint={t("logoHint")}
        accept="image/png,image/jpeg,image/webp"
        isOptional
      />
      {hasLogo && <CheckboxField name="removesLogo" label={t("removeLogo")} />}
      <TextField
        name="accentColor"
        label={t("color")}
        hint={t("colorHint")}
        placeholder="#0a6b52"
        spellCheck={false}
        isOptional
      />
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
