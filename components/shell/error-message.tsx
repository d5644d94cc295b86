"use client";

import { CloudAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClasses } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";
import { databaseUnavailableDigest } from "@/lib/unavailable-digest";

export type ErrorMessageProps = { error: Error & { digest?: string }; reset: () => void };

/** Something broke on our side: says so, offers another try, and names the number in our log. */
export function ErrorMessage({ error, reset }: ErrorMessageProps) {
  const t = useTranslations("shell");
  const isUnavailable = error.digest === databaseUnavailableDigest;
  return (
    <MessagePage
      icon={CloudAlert}
      title={t(isUnavailable ? "unavailableTitle" : "errorTitle")}
      action={
        <button type="button" onClick={reset} className={buttonClasses({ tone: "primary" })}>
          {t("tryAgain")}
        </button>
      }
    >
      <p>{t(isUnavailable ? "unavailableText" : "errorText")}</p>
      {error.digest && !isUnavailable && (
        <p className="mt-2 font-mono text-xs">{t("errorNumber", { number: error.digest })}</p>
      )}
    </MessagePage>
  );
}
