"use client";

import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState, useSyncExternalStore } from "react";
import { useFormContext } from "react-hook-form";
import { buttonClasses } from "@/components/ui/button";

type Offer =
  | { register: () => Promise<PublicKeyCredentialCreationOptionsJSON | undefined> }
  | { prove: () => Promise<PublicKeyCredentialRequestOptionsJSON | undefined> };

type PasskeyButtonProps = Offer & {
  /** The form's field that takes the browser's answer. */
  name: string;
  label: string;
};

const never = () => () => {};

/** Asks the browser for a passkey and sends the form around it with the answer. */
export function PasskeyButton({ name, label, ...offer }: PasskeyButtonProps) {
  const t = useTranslations("forms");
  const button = useRef<HTMLButtonElement>(null);
  const { setValue } = useFormContext();
  const [hasFailed, setFailed] = useState(false);
  // Nothing before JavaScript: without it there is no passkey.
  const isSupported = useSyncExternalStore(never, browserSupportsWebAuthn, () => false);
  if (!isSupported) return null;

  async function ask() {
    setFailed(false);
    try {
      const answer = await askBrowser(offer);
      setValue(name, JSON.stringify(answer));
      button.current?.form?.requestSubmit();
    } catch {
      setFailed(true);
    }
  }

  return (
    <div className="flex flex-col gap-1.5">
      <div>
        <button ref={button} type="button" className={buttonClasses()} onClick={ask}>
          <KeyRound aria-hidden className="size-4" />
          {label}
        </button>
      </div>
      <p role="status" className="text-sm text-danger">
        {hasFailed && t("passkeyFailed")}
      </p>
    </div>
  );
}

async function askBrowser(offer: Offer) {
  if ("register" in offer) {
    const optionsJSON = await offer.register();
    if (!optionsJSON) throw new Error("Nothing was offered.");
    return startRegistration({ optionsJSON });
  }
  const optionsJSON = await offer.prove();
  if (!optionsJSON) throw new Error("Nothing was offered.");
  return startAuthentication({ optionsJSON });
}
