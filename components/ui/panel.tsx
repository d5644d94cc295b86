import type { ReactNode } from "react";

/** The card that a page before login consists of. */
export function Panel({
  title,
  intro,
  children,
}: {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="rounded-2xl border border-line bg-surface px-6 py-7 shadow-sm sm:px-9 sm:py-9">
      <h1 className="text-xl font-semibold tracking-tight text-ink">{title}</h1>
      {intro && <div className="mt-1.5 text-sm text-ink-soft">{intro}</div>}
      <div className="mt-6">{children}</div>
    </section>
  );
}
