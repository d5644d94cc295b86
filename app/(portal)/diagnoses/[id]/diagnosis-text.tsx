"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { buttonClasses } from "@/components/ui/button";

/** A run as plain text, with a button that copies it. */
export function DiagnosisText({ text }: { text: string }) {
  const t = useTranslations("forms");
  const title = useTranslations("diagnosis")("copy");
  const [isCopied, setCopied] = useState(false);
  return (
    <div className="flex flex-col gap-3">
      <textarea
        readOnly
        rows={10}
        aria-label={title}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
        className="w-full rounded-lg border border-line-strong bg-sunken px-3 py-2 font-mono text-[12px] leading-5 text-ink"
      />
      <div>
        <button
          type="button"
          className={buttonClasses({ size: "small" })}
          onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}
        >
          {isCopied ? (
            <Check aria-hidden className="size-4" />
          ) : (
            <Copy aria-hidden className="size-4" />
          )}
          <span role="status">{isCopied ? t("copied") : t("copy")}</span>
        </button>
      </div>
    </div>
  );
}
