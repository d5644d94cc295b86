"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import { TextField } from "./fields";
import { useFormStatus } from "./form-status";
import { useOfferPasskeyProof } from "./passkey-proof";

// Few forms ever ask; what speaks with a passkey comes only then.
const PasskeyButton = lazy(async () => ({
  default: (await import("./passkey-button")).PasskeyButton,
}));

/** Appears in a form when the server wants to know again who acts; what was typed before stays. */
export function IdentityProofField() {
  const t = useTranslations("forms");
  const { state } = useFormStatus();
  const prove = useOfferPasskeyProof();
  if (state.status !== "identity") return null;
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
        <Suspense>
          <PasskeyButton name="identityProof" label={t("usePasskey")} prove={prove} />
        </Suspense>
      )}
    </>
  );
}
