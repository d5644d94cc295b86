"use client";

import { ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, lazy, Suspense, useState } from "react";
import type { UserMenuItemsProps } from "./user-menu-items";

type UserMenuProps = Omit<UserMenuItemsProps, "trigger"> & { name: string; detail: string };

const loadItems = () => import("./user-menu-items");
const UserMenuItems = lazy(async () => ({ default: (await loadItems()).UserMenuItems }));

/** One's own menu. What it is made of comes when somebody reaches for it, not with every page. */
export function UserMenu({ name, detail, ...items }: UserMenuProps) {
  const [isWanted, setWanted] = useState(false);
  const closed = (
    <Trigger
      name={name}
      detail={detail}
      aria-haspopup="menu"
      aria-expanded={isWanted}
      onPointerEnter={loadItems}
      onFocus={loadItems}
      onClick={() => setWanted(true)}
      onKeyDown={(event) => {
        if (event.key !== "ArrowDown") return;
        event.preventDefault();
        setWanted(true);
      }}
    />
  );
  if (!isWanted) return closed;
  return (
    <Suspense fallback={closed}>
      <UserMenuItems {...items} trigger={<Trigger name={name} detail={detail} />} />
    </Suspense>
  );
}

function Trigger({
  name,
  detail,
  ...button
}: { name: string; detail: string } & ComponentProps<"button">) {
  const t = useTranslations("shell");
  return (
    <button
      type="button"
      aria-label={t("userMenu", { name })}
      {...button}
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
    </button>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/[\s.@]+/).filter(Boolean);
  return words
    .filter((_, place) => place === 0 || place === words.length - 1)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
}
