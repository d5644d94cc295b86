import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

type CountTileProps = {
  href: string;
  label: string;
  count: { count: number; isMore: boolean };
  icon?: ReactNode;
};

/** A number that leads to the list it counts. */
export async function CountTile({ href, label, count, icon }: CountTileProps) {
  const t = await getTranslations("lists");
  const format = await getFormatter();
  const number = format.number(count.count);
  return (
    <Link href={href} className="group block rounded-md">
      <span className="flex items-center gap-1.5 text-[13px] leading-5 text-ink-faint group-hover:text-ink">
        {icon}
        {label}
      </span>
      <span className="block text-2xl leading-9 font-semibold tracking-tight text-ink tabular-nums">
        {count.isMore ? t("overLimit", { number }) : number}
      </span>
    </Link>
  );
}
