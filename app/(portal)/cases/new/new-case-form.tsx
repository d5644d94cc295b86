"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SelectField, TextArea } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { createCaseInput } from "@/lib/support/cases/case-schema";
import { createCaseAction } from "../actions";
import { CaseFields, type Colleague } from "../case-fields";

type Props = {
  colleagues: Colleague[];
  ownId: string;
  userId: string;
  deviceId: string;
  devices: { id: string; name: string }[];
};

export function NewCaseForm({ colleagues, ownId, userId, deviceId, devices }: Props) {
  const t = useTranslations("cases");
  return (
    <ActionForm
      action={createCaseAction}
      schema={createCaseInput}
      values={{ priority: "normal", assigneeId: ownId, deviceId }}
      label={t("create")}
    >
      <HiddenField name="userId" value={userId} />
      <CaseFields colleagues={colleagues} />
      {devices.length > 0 && (
        <SelectField
          name="deviceId"
          label={t("device")}
          isOptional
          options={[
            { value: "", label: t("noDevice") },
            ...devices.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <TextArea name="note" label={t("note")} rows={5} isOptional />
      <div>
        <SubmitButton>{t("create")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
