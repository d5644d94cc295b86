import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { OwnedRecords } from "@/lib/team/members/list-owned-resources";

type Props<Row> = {
  owned: OwnedRecords<Row>;
  /** Where a record is found; undefined where it has no page. */
  hrefOf: (row: Row) => string | undefined;
  children: (row: Row) => ReactNode;
  /** Where all of them are listed. */
  allHref?: string;
};

/** The first records of a kind that a member owns, and where the others are. */
export function OwnedList<Row extends { id: string }>({
  owned: { rows, total },
  hrefOf,
  children,
  allHref,
}: Props<Row>) {
  const t = useTranslations("team");
  const more = total.count - rows.length;
  const moreText = t("moreOwned", { count: more });
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {rows.map((row) => {
        const href = hrefOf(row);
        return (
          <li key={row.id} className="min-w-0 leading-6 break-words text-ink">
            {href ? <OwnedLink href={href}>{children(row)}</OwnedLink> : children(row)}
          </li>
        );
      })}
      {more > 0 && (
        <li className="leading-6 text-ink-soft">
          {allHref ? <OwnedLink href={allHref}>{moreText}</OwnedLink> : moreText}
        </li>
      )}
    </ul>
  );
}

/** A plain link in a new tab: what was typed in the form stays. */
function OwnedLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener"
      className="rounded-sm text-accent hover:underline"
    >
      {children}
    </a>
  );
}
