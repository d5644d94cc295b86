import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { type ReactNode, Suspense } from "react";
import { buttonClasses } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { type ListParameters, listAddress } from "@/lib/core/lists/list-address";
import { pageSizes } from "@/lib/core/lists/list-input";

type PagerProps = {
  path: string;
  parameters: ListParameters;
  next?: string | undefined;
  previous?: string | undefined;
  total?: ReactNode;
  /** The number of rows of a page, where it can be chosen. */
  size?: number | undefined;
};

/** How many a list has: exact where that is known, "more than" where counting stopped. */
export async function Total({ total }: { total: { count: number; isMore: boolean } }) {
  const t = await getTranslations("lists");
  return total.isMore ? t("moreThan", { count: total.count }) : t("total", { count: total.count });
}

/** The number of a list that has to be counted, once that is done. */
export async function LateTotal({
  count,
}: {
  count: () => Promise<{ count: number; isMore: boolean }>;
}) {
  const t = await getTranslations("lists");
  return (
    <Suspense fallback={t("counting")}>
      <Counted count={count} />
    </Suspense>
  );
}

async function Counted({ count }: { count: () => Promise<{ count: number; isMore: boolean }> }) {
  return <Total total={await count()} />;
}

/** Back and forth, and how many there are. */
export async function Pager({ path, parameters, next, previous, total, size }: PagerProps) {
  const t = await getTranslations("lists");
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-5 py-3">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <p role="status" className="text-[13px] text-ink-faint tabular-nums">
          {total}
        </p>
        {size !== undefined && <PageSizes path={path} parameters={parameters} size={size} />}
      </div>
      <nav aria-label={t("pages")} className="flex gap-2">
        <PageLink
          href={previous && listAddress(path, parameters, { cursor: previous })}
          label={t("previous")}
          side="left"
        />
        <PageLink
          href={next && listAddress(path, parameters, { cursor: next })}
          label={t("next")}
          side="right"
        />
      </nav>
    </div>
  );
}

/** How many rows a page has. Another number starts at the first page. */
async function PageSizes({
  path,
  parameters,
  size,
}: {
  path: string;
  parameters: ListParameters;
  size: number;
}) {
  const t = await getTranslations("lists");
  return (
    <nav aria-label={t("pageSize")} className="flex items-center gap-1 text-[13px] text-ink-faint">
      <span aria-hidden>{t("pageSize")}</span>
      {pageSizes.map((offered) => (
        <Link
          key={offered}
          href={listAddress(path, parameters, { size: String(offered) })}
          scroll={false}
          aria-current={offered === size ? "true" : undefined}
          className={cn(
            "grid min-h-6 min-w-8 place-items-center rounded-md px-1 tabular-nums",
            offered === size ? "bg-accent-soft text-accent" : "text-ink-soft hover:bg-sunken",
          )}
        >
          {offered}
        </Link>
      ))}
    </nav>
  );
}

function PageLink({
  href,
  label,
  side,
}: {
  href: string | undefined;
  label: string;
  side: "left" | "right";
}) {
  const content = (
    <>
      {side === "left" && <ChevronLeft aria-hidden className="size-4" />}
      {label}
      {side === "right" && <ChevronRight aria-hidden className="size-4" />}
    </>
  );
  const classes = buttonClasses({ size: "small" });
  if (href) {
    return (
      <Link href={href} className={classes} rel={side === "left" ? "prev" : "next"}>
        {content}
      </Link>
    );
  }
  return (
    <span aria-disabled="true" className={cn(classes, "pointer-events-none text-ink-faint")}>
      {content}
    </span>
  );
}
