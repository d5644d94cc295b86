"use client";

import { ArrowLeftRight, ChevronsUpDown, LogOut, Monitor, Moon, Sun, UserCog } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { DropdownMenu } from "radix-ui";
import { startTransition } from "react";
import type { Theme } from "./theme";

type UserMenuProps = {
  name: string;
  detail: string;
  sibling: { name: string; address: string; isSandbox: boolean } | undefined;
  theme: Theme;
  chooseTheme: (theme: Theme) => Promise<void>;
  logOut: () => Promise<void>;
};

const item =
  "flex h-9 w-full cursor-pointer items-center gap-2.5 rounded-md px-2.5 text-sm text-ink outline-none data-[highlighted]:bg-sunken";

export function UserMenu({ name, detail, sibling, theme, chooseTheme, logOut }: UserMenuProps) {
  const t = useTranslations("shell");
  const themes = [
    { value: "system", label: t("themeSystem"), icon: Monitor },
    { value: "light", label: t("themeLight"), icon: Sun },
    { value: "dark", label: t("themeDark"), icon: Moon },
  ] as const;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        aria-label={t("userMenu", { name })}
        className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-lg py-1 pr-2 pl-1.5 text-left hover:bg-sunken"
      >
        <span
          aria-hidden
          className="grid size-7 place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent"
        >
          {initialsOf(name)}
        </span>
        <span className="hidden min-w-0 sm:block">
          <span className="block max-w-44 truncate text-[13px] leading-4 font-medium text-ink">
            {name}
          </span>
          <span className="block max-w-44 truncate text-xs leading-4 text-ink-faint">{detail}</span>
        </span>
        <ChevronsUpDown aria-hidden className="size-3.5 text-ink-faint" />
      </DropdownMenu.Trigger>
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
            onValueChange={(value) => startTransition(() => chooseTheme(value as Theme))}
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

function initialsOf(name: string): string {
  const words = name.split(/[\s.@]+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.charAt(0).toUpperCase() ?? "")
    .join("");
}
