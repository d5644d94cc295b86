"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { FileField } from "@/components/form/file-field";
import { SubmitButton } from "@/components/form/submit-button";
import { employeeListForm } from "@/lib/team/members/compare-schema";
import { compareWithEmployeesAction } from "./actions";
import { ComparisonResult } from "./comparison-result";

export function ComparisonForm() {
  const t = useTranslations("team.comparison");
  return (
    <ActionForm
      action={compareWithEmployeesAction}
      schema={employeeListForm}
      label={t("title")}
      whenDone={(comparison) => <ComparisonResult comparison={comparison} />}
    >
      <FileField
        name="employees"
        label={t("file")}
        hint={t("fileHint")}
        accept=".csv,.txt,text/csv"
      />
      <div>
        <SubmitButton>{t("compare")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
