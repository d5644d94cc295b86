import Link from "next/link";
import type { ReactNode } from "react";

/** A line of a dashboard's list, which leads to what it speaks of. */
export function Row({ href, children }: { href: string; children: ReactNode }) {
  return (
    <li>
      <Link href={href} className="flex items-center gap-3 px-5 py-2.5 hover:bg-sunken/60">
        {children}
      </Link>
    </li>
  );
}

export function Lines({ first, second }: { first: string; second: ReactNode }) {
  return (
    <span className="min-w-0">
      <span className="block truncate text-sm leading-5 font-medium text-ink">{first}</span>
      <span className="block truncate text-[13px] leading-5 text-ink-faint">{second}</span>
    </span>
  );
}

export function MoreLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="rounded-sm text-[13px] leading-6 text-accent hover:underline">
      {children}
    </Link>
  );
}
