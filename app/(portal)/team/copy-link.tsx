"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { buttonClasses } from "@/components/ui/button";

/** A secret link, shown this once, with a button that copies it. */
export function CopyLink({ link }: { link: string }) {
  const t = useTranslations("team");
  const [isCopied, setCopied] = useState(false);
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor="invitation-link" className="text-sm font-medium text-ink">
        {t("link")}
      </label>
      <div className="flex gap-2">
        <input
          id="invitation-link"
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
          className="h-10 min-w-0 flex-1 rounded-lg border border-line-strong bg-sunken px-3 font-mono text-[13px] text-ink"
        />
        <button
          type="button"
          className={buttonClasses()}
          onClick={() => navigator.clipboard.writeText(link).then(() => setCopied(true))}
        >
          {isCopied ? (
            <Check aria-hidden className="size-4" />
          ) : (
            <Copy aria-hidden className="size-4" />
          )}
          <span role="status">{isCopied ? t("copied") : t("copy")}</span>
        </button>
      </div>
      <p className="text-[13px] leading-5 text-ink-faint">{t("linkOnce")}</p>
    </div>
  );
}
