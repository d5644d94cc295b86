"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { cn } from "@/components/ui/class-names";

export type SettingsGroup = { label: string; links: { href: string; label: string }[] };

/** The parts of the settings in their groups, beside the page; on a narrow screen above it, where they scroll. */
export function SettingsLinks({ groups, label }: { groups: SettingsGroup[]; label: string }) {
  const path = usePathname();
  const current = groups
    .flatMap(({ links }) => links)
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .toSorted((one, other) => other.href.length - one.href.length)[0];
  const list = useRef<HTMLElement>(null);
  const shown = useRef<HTMLLIElement>(null);
  // On a narrow screen the present part may lie beyond the edge.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part is another place to scroll to
  useEffect(() => {
    const { scrollWidth = 0, clientWidth = 0 } = list.current ?? {};
    if (scrollWidth > clientWidth) {
      shown.current?.scrollIntoView({ block: "nearest", inline: "center" });
    }
  }, [current?.href]);
  return (
    <nav
      ref={list}
      aria-label={label}
      className="mb-6 flex gap-1 overflow-x-auto border-b border-line xl:sticky xl:top-20 xl:mb-0 xl:flex-col xl:gap-5 xl:self-start xl:border-0"
    >
      {groups.map((group) => (
        <div key={group.label}>
          <p className="mb-1 hidden px-3 text-xs font-medium text-ink-faint xl:block">
            {group.label}
          </p>
          <ul className="flex gap-1 xl:flex-col xl:gap-0.5">
            {group.links.map((link) => {
              const isCurrent = link.href === current?.href;
              return (
                <li key={link.href} ref={isCurrent ? shown : undefined}>
                  <Link
                    href={link.href}
                    aria-current={isCurrent ? "page" : undefined}
                    className={cn(
                      "-mb-px flex h-10 items-center border-b-2 px-3 text-sm font-medium whitespace-nowrap xl:mb-0 xl:h-8 xl:rounded-lg xl:border-0",
                      isCurrent
                        ? "border-accent text-ink xl:bg-sunken"
                        : "border-transparent text-ink-soft hover:text-ink",
                    )}
                  >
                    {link.label}
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
