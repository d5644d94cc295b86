import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { type ReactNode, Suspense } from "react";
import { buttonClasses } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { type ListParameters, listAddress } from "@/lib/core/lists/list-address";

type PagerProps = {
  path: string;
  parameters: ListParameters;
  next?: string | undefined;
  previous?: string | undefined;
  total?: ReactNode;
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
export async function Pager({ path, parameters, next, previous, total }: PagerProps) {
  const t = await getTranslations("lists");
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-5 py-3">
      <p role="status" className="text-[13px] text-ink-faint tabular-nums">
        {total}
      </p>
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
