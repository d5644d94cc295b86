"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { Notice } from "@/components/ui/notice";
import { usedLinkInput } from "@/lib/devices/connections/connect-link-schema";
import { resumeAfterConnectingAction } from "./actions";

/**
 * Turns on the optimisation of what was just connected. It stays on the page once nothing is idle any more, so that
 * its result can be read.
 */
export function ResumeForm({ token, isIdle }: { token: string; isIdle: boolean }) {
  const t = useTranslations("connect.next");
  return (
    <ActionForm
      action={resumeAfterConnectingAction}
      schema={usedLinkInput}
      {...(isIdle && { label: t("resume") })}
      whenDone={() => <Notice tone="success">{t("resumed")}</Notice>}
    >
      <HiddenField name="token" value={token} />
      {isIdle && <SubmitButton>{t("resume")}</SubmitButton>}
    </ActionForm>
  );
}
