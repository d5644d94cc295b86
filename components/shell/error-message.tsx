"use client";

import { CloudAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClasses } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";
import { refusalDigests } from "@/lib/core/refusal-digests";

export type ErrorMessageProps = { error: Error & { digest?: string }; reset: () => void };

const wordsByDigest = {
  [refusalDigests.databaseUnavailable]: ["unavailableTitle", "unavailableText"],
  [refusalDigests.unavailable]: ["unavailableTitle", "serviceUnavailableText"],
  [refusalDigests.rateLimited]: ["rateLimitedTitle", "rateLimitedText"],
} as const;

const isRefusal = (digest: string | undefined): digest is keyof typeof wordsByDigest =>
  digest !== undefined && Object.hasOwn(wordsByDigest, digest);

/** Something broke on our side: says so, offers another try, and names the number in our log. */
export function ErrorMessage({ error, reset }: ErrorMessageProps) {
  const t = useTranslations("shell");
  const { digest } = error;
  const [title, text] = isRefusal(digest)
    ? wordsByDigest[digest]
    : (["errorTitle", "errorText"] as const);
  return (
    <MessagePage
      icon={CloudAlert}
      title={t(title)}
      action={
        <button type="button" onClick={reset} className={buttonClasses({ tone: "primary" })}>
          {t("tryAgain")}
        </button>
      }
    >
      <p>{t(text)}</p>
      {digest && !isRefusal(digest) && (
        <p className="mt-2 font-mono text-xs">{t("errorNumber", { number: digest })}</p>
      )}
    </MessagePage>
  );
}
