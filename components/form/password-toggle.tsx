"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useSyncExternalStore } from "react";

const never = () => () => undefined;

type Props = {
  /** The field's name. */
  name: string;
  isShown: boolean;
  onToggle: () => void;
  /** The masked control. */
  children: ReactNode;
};

/** Puts a button beside a masked field that shows what was typed. It appears with JavaScript. */
export function PasswordToggle({ name, isShown, onToggle, children }: Props) {
  const t = useTranslations("forms");
  const isInteractive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const Icon = isShown ? EyeOff : Eye;
  return (
    <div className="relative">
      {children}
      {isInteractive && (
        <button
          type="button"
          aria-pressed={isShown}
          onClick={onToggle}
          className="absolute inset-y-0 right-0 grid w-10 place-items-center rounded-lg text-ink-faint hover:text-ink"
        >
          <Icon aria-hidden className="size-4" />
          <span className="sr-only">{t(/secret/i.test(name) ? "showSecret" : "showPassword")}</span>
        </button>
      )}
    </div>
  );
}
