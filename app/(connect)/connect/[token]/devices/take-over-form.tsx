"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { z } from "@/lib/core/validation/problems";
import { takeOverDevicesAction } from "../actions";

type Props = {
  token: string;
  attempt: string;
  devices: { serial: string; name: string; kind: string }[];
};

/** The devices of the account, all ticked at first. */
export function TakeOverForm({ token, attempt, devices }: Props) {
  const t = useTranslations("connect.choose");
  return (
    <ActionForm action={takeOverDevicesAction} schema={z.object({})} label={t("title")}>
      <HiddenField name="token" value={token} />
      <HiddenField name="attempt" value={attempt} />
      <ul className="flex flex-col gap-2">
        {devices.map(({ serial, name, kind }, index) => (
          <li key={serial}>
            <label className="flex min-h-14 items-center gap-3 rounded-lg border border-line-strong px-4 py-3 has-checked:border-accent">
              <input
                type="checkbox"
                name={`device-${index}`}
                value={serial}
                defaultChecked
                className="size-5 shrink-0 accent-accent"
              />
              <span className="min-w-0">
                <span className="block text-sm font-medium text-ink">{name}</span>
                <span className="block text-[13px] text-ink-faint">
                  {kind} · {serial}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <SubmitButton>{t("submit")}</SubmitButton>
    </ActionForm>
  );
}
