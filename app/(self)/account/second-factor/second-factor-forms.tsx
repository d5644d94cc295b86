"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, TextField } from "@/components/form/fields";
import { useFormStatus } from "@/components/form/form-status";
import { PasskeyButton } from "@/components/form/passkey-button";
import { SubmitButton } from "@/components/form/submit-button";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { nothing } from "@/lib/identity/account/account-schema";
import {
  addPasskeyInput,
  addTotpInput,
  secondFactorReference,
} from "@/lib/identity/second-factor/second-factor-schema";
import {
  addPasskeyAction,
  addTotpAction,
  offerPasskeyAction,
  removeSecondFactorAction,
  replaceRecoveryCodesAction,
} from "./actions";

export function AddTotpForm({ sealed }: { sealed: string }) {
  const t = useTranslations("secondFactor");
  return (
    <ActionForm
      action={addTotpAction}
      schema={addTotpInput}
      values={{ name: t("defaultName") }}
      label={t("addApp")}
      whenDone={({ recoveryCodes }) => <NewCodes codes={recoveryCodes} />}
    >
      <HiddenField name="sealed" value={sealed} />
      <TextField
        name="code"
        label={t("firstCode")}
        autoComplete="one-time-code"
        inputMode="numeric"
      />
      <TextField name="name" label={t("name")} autoComplete="off" />
      <div>
        <SubmitButton>{t("addApp")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function AddPasskeyForm() {
  const t = useTranslations("secondFactor");
  return (
    <ActionForm
      action={addPasskeyAction}
      schema={addPasskeyInput}
      values={{ name: t("defaultPasskeyName"), answer: "" }}
      label={t("addPasskey")}
      whenDone={({ recoveryCodes }) => <NewCodes codes={recoveryCodes} />}
    >
      <AnswerField />
      <TextField name="name" label={t("name")} autoComplete="off" />
      <PasskeyButton name="answer" label={t("addPasskey")} register={offerPasskeyAction} />
      <ResendButton />
    </ActionForm>
  );
}

/** Holds the browser's answer, which the passkey button fills in. */
function AnswerField() {
  const { register } = useFormContext();
  return <input type="hidden" {...register("answer")} />;
}

/** Sends the same answer again, once identity has been asked for. */
function ResendButton() {
  const t = useTranslations("secondFactor");
  const { state } = useFormStatus();
  if (state.status !== "identity") return null;
  return (
    <div>
      <SubmitButton>{t("confirm")}</SubmitButton>
    </div>
  );
}

export function RemoveSecondFactorForm({ id }: { id: string }) {
  const t = useTranslations("secondFactor");
  return (
    <ActionForm action={removeSecondFactorAction} schema={secondFactorReference}>
      <HiddenField name="factorId" value={id} />
      <div>
        <SubmitButton tone="secondary" size="small">
          {t("remove")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

export function ReplaceCodesForm() {
  const t = useTranslations("secondFactor");
  return (
    <ActionForm
      action={replaceRecoveryCodesAction}
      schema={nothing}
      label={t("replaceCodes")}
      whenDone={({ recoveryCodes }) => <NewCodes codes={recoveryCodes} />}
    >
      <div>
        <SubmitButton tone="secondary">{t("replaceCodes")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Shown this once: afterwards only their hashes are left. */
function NewCodes({ codes }: { codes: string[] }) {
  const t = useTranslations("secondFactor");
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="success">{t("codesHint")}</Notice>
      <ul
        aria-label={t("codes")}
        className="grid gap-x-6 gap-y-1 rounded-lg bg-sunken p-4 font-mono text-sm text-ink sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div>
        <LinkButton href="/account/second-factor" tone="primary">
          {t("codesKept")}
        </LinkButton>
      </div>
    </div>
  );
}
