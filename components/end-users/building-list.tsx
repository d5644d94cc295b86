import { House } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";

type Building = {
  id: string;
  name: string;
  propertyType: string | null;
  propertySizeM2: number | null;
  propertyAge: string | null;
  numOccupants: number | null;
  spaceHeating: string | null;
  waterHeating: string | null;
  photovoltaic: boolean | null;
  streetAndNumber: string | null;
  zipCode: string | null;
  town: string | null;
};

const knownTerms = [
  "single_family_home",
  "heat_pump",
  "Detached",
  "Semi-detached",
  "Bungalow",
  "Terraced",
  "End-terrace",
  "Flat",
  "Gas boiler",
] as const;

export async function BuildingList({ buildings }: { buildings: Building[] }) {
  const t = await getTranslations("buildings");
  const say = (term: string | null) => {
    const known = knownTerms.find((candidate) => candidate === term);
    return known ? t(`terms.${known}`) : term;
  };
  return (
    <Card title={t("title")} isFlush={buildings.length === 0}>
      {buildings.length === 0 ? (
        <EmptyState icon={House} title={t("none")} />
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {buildings.map((building) => (
            <li key={building.id} className="py-4 first:pt-0 last:pb-0">
              <p className="mb-2.5 flex items-center gap-2 text-sm font-medium text-ink">
                <House aria-hidden className="size-4 text-ink-faint" />
                {building.name}
              </p>
              <DescriptionList
                items={[
                  {
                    label: t("address"),
                    value: [
                      building.streetAndNumber,
                      [building.zipCode, building.town].filter(Boolean).join(" "),
                    ]
                      .filter(Boolean)
                      .join(", "),
                  },
                  { label: t("propertyType"), value: say(building.propertyType) },
                  {
                    label: t("size"),
                    value:
                      building.propertySizeM2 === null
                        ? null
                        : t("squareMetres", { size: building.propertySizeM2 }),
                  },
                  { label: t("age"), value: building.propertyAge },
                  { label: t("occupants"), value: building.numOccupants },
                  { label: t("spaceHeating"), value: say(building.spaceHeating) },
                  { label: t("waterHeating"), value: say(building.waterHeating) },
                  { label: t("photovoltaic"), value: building.photovoltaic ? t("yes") : t("no") },
                ]}
              />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
