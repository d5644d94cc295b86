"use client";

import { LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type ButtonTone, buttonClasses } from "@/components/ui/button";
import { useFormStatus } from "./form-status";

/**
 * Sends the form around it, with its own name and value where a form has several. While the answer is awaited it
 * says so, and a second press does nothing.
 */
export function SubmitButton({
  children,
  tone = "primary",
  size = "normal",
  name,
  value,
}: {
  children: ReactNode;
  tone?: ButtonTone;
  size?: "normal" | "small";
  name?: string;
  value?: string;
}) {
  const { isPending } = useFormStatus();
  const t = useTranslations("forms");
  return (
    <button
      type="submit"
      name={name}
      value={value}
      aria-disabled={isPending}
      className={buttonClasses({ tone, size })}
    >
      {isPending && (
        <LoaderCircle aria-hidden className="size-4 animate-spin motion-reduce:animate-none" />
      )}
      {children}
      {isPending && <span className="sr-only">{t("pending")}</span>}
    </button>
  );
}
