"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SelectField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { beginConnectionInput } from "@/lib/devices/connections/connect-link-schema";
import { beginConnectionAction } from "./actions";

type Props = { token: string; manufacturers: string[]; isSettled: boolean };

/** Leads on to the manufacturer's login: to the device's own, or to one that is chosen. */
export function BeginForm({ token, manufacturers, isSettled }: Props) {
  const t = useTranslations("connect");
  const [first = ""] = manufacturers;
  return (
    <ActionForm action={beginConnectionAction} schema={beginConnectionInput} label={t("title")}>
      <HiddenField name="token" value={token} />
      {isSettled ? (
        <HiddenField name="manufacturer" value={first} />
      ) : (
        <SelectField
          name="manufacturer"
          label={t("chooseManufacturer")}
          options={[
            { value: "", label: "" },
            ...manufacturers.map((name) => ({ value: name, label: name })),
          ]}
        />
      )}
      <SubmitButton>{isSettled ? t("goOn", { manufacturer: first }) : t("goOnAny")}</SubmitButton>
    </ActionForm>
  );
}
