"use client";

import { useTranslations } from "next-intl";
import { TextField } from "./fields";
import { useFormStatus } from "./form-status";
import { PasskeyButton } from "./passkey-button";
import { useOfferPasskeyProof } from "./passkey-proof";

/** Appears in a form when the server wants to know again who acts; what was typed before stays. */
export function IdentityProofField() {
  const t = useTranslations("forms");
  const { state } = useFormStatus();
  const prove = useOfferPasskeyProof();
  if (!state.asksIdentity) return null;
  const isPassword = state.asksIdentity === "password";
  return (
    <>
      <TextField
        name="identityProof"
        label={t(isPassword ? "yourPassword" : "yourCode")}
        hint={t(isPassword ? "yourPasswordHint" : "yourCodeHint")}
        type={isPassword ? "password" : "text"}
        autoComplete={isPassword ? "current-password" : "one-time-code"}
        spellCheck={false}
        autoFocus
      />
      {state.mayUsePasskey && prove && (
        <PasskeyButton name="identityProof" label={t("usePasskey")} prove={prove} />
      )}
    </>
  );
}
