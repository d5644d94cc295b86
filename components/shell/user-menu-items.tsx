"use client";

import { ArrowLeftRight, LogOut, Monitor, Moon, Sun, UserCog } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { DropdownMenu } from "radix-ui";
import { type ReactNode, startTransition } from "react";
import type { Theme } from "./theme";

export type UserMenuItemsProps = {
  /** The button that opens and closes the menu, which is open to begin with. */
  trigger: ReactNode;
  sibling: { name: string; address: string; isSandbox: boolean } | undefined;
  theme: Theme;
  chooseTheme: (theme: string) => Promise<void>;
  logOut: () => Promise<void>;
};

const item =
  "flex h-9 w-full cursor-pointer items-center gap-2.5 rounded-md px-2.5 text-sm text-ink outline-none data-[highlighted]:bg-sunken";

/** What the menu of one's own account holds. */
export function UserMenuItems({
  trigger,
  sibling,
  theme,
  chooseTheme,
  logOut,
}: UserMenuItemsProps) {
  const t = useTranslations("shell");
  const themes = [
    { value: "system", label: t("themeSystem"), icon: Monitor },
    { value: "light", label: t("themeLight"), icon: Sun },
    { value: "dark", label: t("themeDark"), icon: Moon },
  ] as const;
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={6}
          className="z-50 min-w-56 rounded-xl border border-line bg-surface p-1.5 shadow-lg"
        >
          <DropdownMenu.Item asChild>
            <Link href="/account" className={item}>
              <UserCog aria-hidden className="size-4 text-ink-faint" />
              {t("account")}
            </Link>
          </DropdownMenu.Item>
          {sibling && (
            <DropdownMenu.Item asChild>
              <a href={sibling.address} className={item}>
                <ArrowLeftRight aria-hidden className="size-4 text-ink-faint" />
                {t(sibling.isSandbox ? "toSandbox" : "toProduction")}
              </a>
            </DropdownMenu.Item>
          )}
          <DropdownMenu.Separator className="my-1.5 h-px bg-line" />
          <DropdownMenu.Label className="px-2.5 py-1 text-xs text-ink-faint">
            {t("theme")}
          </DropdownMenu.Label>
          <DropdownMenu.RadioGroup
            value={theme}
            onValueChange={(value) => startTransition(() => chooseTheme(value))}
          >
            {themes.map(({ value, label, icon: Icon }) => (
              <DropdownMenu.RadioItem key={value} value={value} className={item}>
                <Icon aria-hidden className="size-4 text-ink-faint" />
                {label}
                <DropdownMenu.ItemIndicator className="ml-auto text-accent">
                  ✓
                </DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
          <DropdownMenu.Separator className="my-1.5 h-px bg-line" />
          <DropdownMenu.Item className={item} onSelect={() => startTransition(() => logOut())}>
            <LogOut aria-hidden className="size-4 text-ink-faint" />
            {t("logOut")}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
