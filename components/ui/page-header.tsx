import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

type Crumb = { label: string; href: string };

type PageHeaderProps = {
  title: string;
  description?: ReactNode;
  crumbs?: Crumb[];
  actions?: ReactNode;
  badge?: ReactNode;
};

/** Breadcrumbs, heading and the page's main actions. */
export async function PageHeader({
  title,
  description,
  crumbs = [],
  actions,
  badge,
}: PageHeaderProps) {
  const t = await getTranslations("shell");
  return (
    // In a column with its own gap, the gap is part of the distance.
    <header className="mb-6 flex flex-col gap-1.5 [.gap-4>&]:mb-2">
      {crumbs.length > 0 && (
        <nav aria-label={t("breadcrumbs")}>
          <ol className="flex flex-wrap items-center gap-1 text-[13px] text-ink-faint">
            {crumbs.map((crumb) => (
              <li key={crumb.href} className="flex items-center gap-1">
                <Link href={crumb.href} className="rounded-sm hover:text-ink hover:underline">
                  {crumb.label}
                </Link>
                <ChevronRight aria-hidden className="size-3.5" />
              </li>
            ))}
            <li aria-current="page" className="max-w-64 truncate text-ink-soft">
              {title}
            </li>
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-[22px] leading-8 font-semibold tracking-tight break-words text-ink">
              {title}
            </h1>
            {badge}
          </div>
          {description && <div className="mt-0.5 text-sm text-ink-soft">{description}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </header>
  );
}
