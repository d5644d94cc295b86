"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField, HiddenField, SelectField, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { LinkButton } from "@/components/ui/button";
import {
  createEnergyContractInput,
  energyContractReference,
  energyContractTypes,
  updateEnergyContractInput,
} from "@/lib/customers/energy-contracts/energy-contract-schema";
import {
  createEnergyContractAction,
  deleteEnergyContractAction,
  updateEnergyContractAction,
} from "./actions";

type Props = {
  userId: string;
  existing?: { id: string; version: number };
  values: Record<string, string | boolean | null>;
  buildings: { id: string; name: string }[];
};

export function EnergyContractForm({ userId, existing, values, buildings }: Props) {
  const t = useTranslations("contracts");
  return (
    <ActionForm
      action={existing ? updateEnergyContractAction : createEnergyContractAction}
      schema={existing ? updateEnergyContractInput : createEnergyContractInput}
      values={values}
      label={existing ? t("edit") : t("create")}
    >
      {existing ? (
        <>
          <HiddenField name="id" value={existing.id} />
          <HiddenField name="version" value={String(existing.version)} />
        </>
      ) : (
        <HiddenField name="userId" value={userId} />
      )}
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField name="supplier" label={t("supplier")} isOptional />
        <TextField name="meterId" label={t("meter")} isOptional />
        <SelectField
          name="buildingId"
          label={t("building")}
          options={[
            { value: "", label: t("allBuildings") },
            ...buildings.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <SelectField
          name="energyContractType"
          label={t("type")}
          options={[
            { value: "", label: "–" },
            ...energyContractTypes.map((type) => ({ value: type, label: t(`types.${type}`) })),
          ]}
          isOptional
        />
        <TextField
          name="price"
          label={t("priceField")}
          hint={t("priceHint")}
          inputMode="decimal"
          isOptional
        />
        <TextField name="currencyEnergyPrice" label={t("currency")} isOptional />
        <TextField
          name="validFrom"
          label={t("validFrom")}
          hint={existing ? undefined : t("validFromHint")}
          type="date"
          isOptional
        />
        <TextField name="validUntil" label={t("validUntil")} type="date" isOptional />
        <CheckboxField
          name="energyPriceIncludesExternalComponents"
          label={t("includesFees")}
          isSentUnticked
        />
      </div>
      <div className="flex flex-wrap gap-3 border-t border-line pt-5">
        <SubmitButton>{existing ? t("save") : t("create")}</SubmitButton>
        <LinkButton href={`/users/${userId}`} tone="quiet">
          {t("cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  );
}

export function DeleteEnergyContractForm({ id }: { id: string }) {
  const t = useTranslations("contracts");
  return (
    <ActionForm
      action={deleteEnergyContractAction}
      schema={energyContractReference}
      label={t("delete")}
    >
      <HiddenField name="id" value={id} />
      <div>
        <SubmitButton tone="danger">{t("delete")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
