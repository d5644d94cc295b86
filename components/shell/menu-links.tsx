"use client";

import {
  BookOpen,
  ChartLine,
  Cpu,
  FileUp,
  House,
  Inbox,
  LifeBuoy,
  ListChecks,
  type LucideIcon,
  ScrollText,
  Settings,
  Tickets,
  UserRound,
  UsersRound,
} from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/class-names";
import type { NavigationGroup, NavigationKey } from "./navigation";

const icons: Record<NavigationKey, LucideIcon> = {
  support: LifeBuoy,
  cases: Tickets,
  dashboard: Inbox,
  fleet: ChartLine,
  users: UserRound,
  buildings: House,
  bulkActions: ListChecks,
  imports: FileUp,
  devices: Cpu,
  team: UsersRound,
  handbook: BookOpen,
  auditLog: ScrollText,
  settings: Settings,
};

type MenuLink = {
  key: NavigationKey;
  href: string;
  label: string;
  /** How much is open there. */
  count?: ReactNode;
};

export type MenuGroup = {
  key: NavigationGroup;
  /** Absent for the first group. */
  label?: string | undefined;
  links: MenuLink[];
};

type Props = { groups: MenuGroup[]; label: string; onNavigate?: () => void };

export function MenuLinks({ groups, label, onNavigate }: Props) {
  const path = usePathname();
  const heading = useId();
  return (
    <nav aria-label={label} className="flex flex-col gap-4">
      {groups.map(({ key, label: groupLabel, links }) => (
        <div key={key}>
          {groupLabel && (
            <p id={`${heading}-${key}`} className="px-2.5 pb-1 text-xs leading-5 text-ink-faint">
              {groupLabel}
            </p>
          )}
          <ul
            aria-labelledby={groupLabel ? `${heading}-${key}` : undefined}
            className="flex flex-col gap-0.5"
          >
            {links.map((link) => {
              const Icon = icons[link.key];
              const isCurrent = path === link.href || path.startsWith(`${link.href}/`);
              return (
                <li key={link.key}>
                  <Link
                    href={link.href}
                    {...(onNavigate && { onClick: onNavigate })}
                    aria-current={isCurrent ? "page" : undefined}
                    className={cn(
                      "flex h-8 items-center gap-2.5 rounded-lg px-2.5 text-sm font-medium",
                      isCurrent
                        ? "bg-sunken text-ink"
                        : "text-ink-soft hover:bg-sunken/60 hover:text-ink",
                    )}
                  >
                    <Icon aria-hidden className={cn("size-4", isCurrent && "text-accent")} />
                    {link.label}
                    {link.count}
                  </Link>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </nav>
  );
}
