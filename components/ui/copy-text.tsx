"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { buttonClasses } from "./button";

type CopyTextProps = { label: string; text: string; hint?: string };

/** A text that is shown this once, with a button that copies it. */
export function CopyText({ label, text, hint }: CopyTextProps) {
  const t = useTranslations("forms");
  const id = useId();
  const [isCopied, setCopied] = useState(false);
  return (
    <div className="flex flex-col gap-2">
      <label id={`${id}-label`} htmlFor={id} className="text-sm font-medium text-ink">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          readOnly
          value={text}
          onFocus={(event) => event.currentTarget.select()}
          className="h-10 min-w-0 flex-1 rounded-lg border border-line-strong bg-sunken px-3 font-mono text-[13px] text-ink"
        />
        <button
          type="button"
          aria-describedby={`${id}-label`}
          className={buttonClasses()}
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
      {hint && <p className="text-[13px] leading-5 text-ink-faint">{hint}</p>}
    </div>
  );
}
