"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import type { PendingStepUp } from "@/lib/identity/second-factor/step-up";
import { TextField } from "./fields";
import { useFormStatus } from "./form-status";
import { useOfferPasskeyProof } from "./passkey-proof";

// Few forms ever ask; what speaks with a passkey comes only then.
const PasskeyButton = lazy(async () => ({
  default: (await import("./passkey-button")).PasskeyButton,
}));

/**
 * Appears in a form when the server wants to know again who acts; what was typed before stays.
 * @param expected what the server is known to ask for, so that the field is there from the beginning
 */
export function IdentityProofField({ expected }: { expected?: PendingStepUp | undefined }) {
  const t = useTranslations("forms");
  const { state } = useFormStatus();
  const prove = useOfferPasskeyProof();
  const isAsked = state.status === "identity";
  const asked = isAsked ? { asks: state.asksIdentity, hasPasskey: state.mayUsePasskey } : expected;
  if (!asked) return null;
  const isPassword = asked.asks === "password";
  return (
    <>
      <TextField
        name="identityProof"
        label={t(isPassword ? "yourPassword" : "yourCode")}
        hint={t(isPassword ? "yourPasswordHint" : "yourCodeHint")}
        type={isPassword ? "password" : "text"}
        autoComplete={isPassword ? "current-password" : "one-time-code"}
        spellCheck={false}
        autoFocus={isAsked}
      />
      {asked.hasPasskey && prove && (
        <Suspense>
          <PasskeyButton name="identityProof" label={t("usePasskey")} prove={prove} />
        </Suspense>
      )}
    </>
  );
}
