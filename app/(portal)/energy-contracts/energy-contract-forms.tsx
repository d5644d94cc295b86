"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SelectField, TextField } from "@/components/form/fields";
import { RecordField } from "@/components/form/record-field";
import { SubmitButton } from "@/components/form/submit-button";
import { LinkButton } from "@/components/ui/button";
import { fieldsInGroup } from "@/lib/core/records/field-table";
import {
  type EnergyContractField,
  energyContractFields,
} from "@/lib/customers/energy-contracts/energy-contract-fields";
import {
  createEnergyContractInput,
  energyContractReference,
  updateEnergyContractInput,
} from "@/lib/customers/energy-contracts/energy-contract-schema";
import {
  createEnergyContractAction,
  deleteEnergyContractAction,
  updateEnergyContractAction,
} from "./actions";
import { PriceUnitField } from "./price-unit-field";

type Props = {
  userId: string;
  existing?: { id: string; version: number };
  values: Record<string, string | boolean | null>;
  buildings: { id: string; name: string }[];
};

export function EnergyContractForm({ userId, existing, values, buildings }: Props) {
  const t = useTranslations("contracts");
  const hints: Record<string, string | undefined> = {
    meterId: t("meterIdHint"),
    validFrom: existing ? undefined : t("validFromHint"),
  };
  const group = (name: string) =>
    fieldsInGroup(energyContractFields, name).map(([field, definition]) => (
      <RecordField
        key={field}
        name={field}
        field={definition}
        label={t(`fields.${field as EnergyContractField}`)}
        hint={hints[field]}
        value={values[field]}
        toTermLabel={(term) =>
          field === "meteringKind"
            ? t(`kinds.${term as "household"}`)
            : t(`types.${term as "monthly"}`)
        }
      />
    ));
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
        {group("contract")}
        <SelectField
          name="buildingId"
          label={t("fields.buildingId")}
          options={[
            { value: "", label: t("allBuildings") },
            ...buildings.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        {group("metering")}
        {group("tariff")}
        {group("price")}
        <TextField
          name="price"
          label={t("priceField")}
          hint={t("priceHint")}
          inputMode="decimal"
          isOptional
        />
        <TextField
          name="priceFrom"
          label={t("priceFrom")}
          hint={t("priceFromHint")}
          type="date"
          isOptional
        />
        <PriceUnitField />
        {group("validity")}
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
