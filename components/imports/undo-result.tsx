import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";

type Props = {
  undoneCount: number;
  kept: { id: string; name: string; href: string; reason: string | null }[];
};

/** What came of undoing an import: how much was taken back, and what stays and why. */
export async function UndoResult({ undoneCount, kept }: Props) {
  const t = await getTranslations("imports");
  return (
    <Card title={t("undone")} description={t("undoneRecords", { count: undoneCount })}>
      {kept.length > 0 && (
        <>
          <p className="text-sm text-ink-soft">{t("keptRecords")}</p>
          <ul className="mt-2 flex flex-col gap-1 text-sm">
            {kept.map(({ id, name, href, reason }) => (
              <li key={id}>
                <Link href={href} className="text-accent hover:underline">
                  {name}
                </Link>
                {`: ${t(`kept.${reason as "changed"}`)}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
