import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import type { Member } from "@/lib/core/access/actor";
import { may } from "@/lib/core/access/authorize";
import { listHandbookEntries } from "@/lib/team/handbook/list-handbook-entries";

const shown = 4;

/** What the handbook says about connections, beside what was found. Nothing where it says nothing. */
export async function RelevantEntries({ actor }: { actor: Member }) {
  const t = await getTranslations("diagnosis");
  if (!may(actor, "read", "handbook")) return null;
  const { rows } = await listHandbookEntries(actor, { search: t("handbookTerm") });
  if (rows.length === 0) return null;
  return (
    <Card title={t("handbook")}>
      <ul className="flex flex-col gap-2 text-sm">
        {rows.slice(0, shown).map(({ id, title }) => (
          <li key={id}>
            <Link href={`/handbook/${id}`} className="text-accent hover:underline">
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
