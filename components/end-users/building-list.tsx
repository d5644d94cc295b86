import { House } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { BuildingFacts, type ShownBuilding } from "./building-facts";

type Props = {
  buildings: (ShownBuilding & { id: string; name: string })[];
  /** Whether the viewer has pages of single buildings. */
  isLinked?: boolean;
  /** Where the viewer may add one. */
  createHref?: string;
};

export async function BuildingList({ buildings, isLinked, createHref }: Props) {
  const t = await getTranslations("buildings");
  return (
    <Card
      title={t("title")}
      isFlush={buildings.length === 0}
      actions={
        createHref && (
          <LinkButton href={createHref} size="small">
            {t("create")}
          </LinkButton>
        )
      }
    >
      {buildings.length === 0 ? (
        <EmptyState icon={House} title={t("none")} />
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {buildings.map((building) => (
            <li key={building.id} className="py-4 first:pt-0 last:pb-0">
              <p className="mb-2.5 flex items-center gap-2 text-sm font-medium text-ink">
                <House aria-hidden className="size-4 text-ink-faint" />
                {isLinked ? (
                  <Link href={`/buildings/${building.id}`} className="hover:underline">
                    {building.name}
                  </Link>
                ) : (
                  building.name
                )}
              </p>
              <BuildingFacts building={building} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
