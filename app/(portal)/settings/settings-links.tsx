"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { cn } from "@/components/ui/class-names";

export type SettingsLink = { href: string; label: string };

/** The parts of the settings, side by side; on a narrow screen they scroll. */
export function SettingsLinks({ links, label }: { links: SettingsLink[]; label: string }) {
  const path = usePathname();
  const current = links
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .toSorted((one, other) => other.href.length - one.href.length)[0];
  const shown = useRef<HTMLLIElement>(null);
  // On a narrow screen the present part may lie beyond the edge.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part is another place to scroll to
  useEffect(() => {
    shown.current?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [current?.href]);
  return (
    <nav aria-label={label} className="mb-6 overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {links.map((link) => {
          const isCurrent = link === current;
          return (
            <li key={link.href} ref={isCurrent ? shown : undefined}>
              <Link
                href={link.href}
                aria-current={isCurrent ? "page" : undefined}
                className={cn(
                  "-mb-px flex h-10 items-center border-b-2 px-3 text-sm font-medium whitespace-nowrap",
                  isCurrent
                    ? "border-accent text-ink"
                    : "border-transparent text-ink-soft hover:text-ink",
                )}
              >
                {link.label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
