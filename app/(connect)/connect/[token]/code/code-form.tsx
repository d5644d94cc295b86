"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { z } from "@/lib/core/validation/problems";
import { pollConnectionAction } from "../actions";

type Props = { token: string; attempt: string; manufacturer: string; everySeconds: number };

/** Asks the manufacturer again and again whether the code has been typed; the button asks at once. */
export function CodeForm({ token, attempt, manufacturer, everySeconds }: Props) {
  const t = useTranslations("connect.code");
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const timer = setInterval(
      () => around.current?.querySelector("form")?.requestSubmit(),
      everySeconds * 1000,
    );
    return () => clearInterval(timer);
  }, [everySeconds]);
  return (
    <div ref={around}>
      <ActionForm action={pollConnectionAction} schema={z.object({})} label={t("check")}>
        <HiddenField name="token" value={token} />
        <HiddenField name="attempt" value={attempt} />
        <p className="text-sm text-ink-soft">{t("waiting", { manufacturer })}</p>
        <SubmitButton tone="secondary">{t("check")}</SubmitButton>
      </ActionForm>
    </div>
  );
}
