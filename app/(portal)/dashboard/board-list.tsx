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

/** As `Row`, with something to do at its end. */
export function RowWithAction({
  href,
  action,
  children,
}: {
  href: string;
  action: ReactNode;
  children: ReactNode;
}) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 hover:bg-sunken/60">
      <Link href={href} className="flex min-w-0 flex-1 basis-44 items-center gap-3 py-2.5 pl-5">
        {children}
      </Link>
      <div className="py-2.5 pr-5 max-sm:pl-5">{action}</div>
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
