"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { buildingReference } from "@/lib/customers/buildings/building-schema";
import { copyOwnerAddressAction } from "../actions";

/** Gives a building its owner's address. */
export function CopyAddressForm({ id, name }: { id: string; name: string }) {
  const t = useTranslations("users.formerAddress");
  return (
    <ActionForm
      action={copyOwnerAddressAction}
      schema={buildingReference}
      label={t("copy", { name })}
      whenDone={() => <p role="status">{t("copied", { name })}</p>}
    >
      <HiddenField name="id" value={id} />
      <div>
        <SubmitButton tone="secondary" size="small">
          {t("copy", { name })}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
