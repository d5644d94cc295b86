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
import { cn } from "@/components/ui/class-names";
import type { NavigationKey } from "./navigation";

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

export type MenuLink = { key: NavigationKey; href: string; label: string };

export function MenuLinks({
  links,
  label,
  onNavigate,
}: {
  links: MenuLink[];
  label: string;
  onNavigate?: () => void;
}) {
  const path = usePathname();
  return (
    <nav aria-label={label}>
      <ul className="flex flex-col gap-0.5">
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
                  "flex h-9 items-center gap-2.5 rounded-lg px-2.5 text-sm font-medium",
                  isCurrent
                    ? "bg-sunken text-ink"
                    : "text-ink-soft hover:bg-sunken/60 hover:text-ink",
                )}
              >
                <Icon aria-hidden className={cn("size-4", isCurrent && "text-accent")} />
                {link.label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
