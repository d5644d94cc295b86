import { getFormatter, getTranslations } from "next-intl/server";
import { DescriptionList } from "@/components/ui/description-list";

export type ShownBuilding = {
  propertyType: string | null;
  propertySizeM2: number | null;
  propertyAge: string | null;
  numOccupants: number | null;
  occupantType: string | null;
  spaceHeating: string | null;
  waterHeating: string | null;
  photovoltaic: boolean | null;
  streetAndNumber: string | null;
  streetAddInfo: string | null;
  zipCode: string | null;
  town: string | null;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
};

/** Address, position and heating of a building; words that Wattdesk does not know are shown as they came. */
export async function BuildingFacts({ building }: { building: ShownBuilding }) {
  const t = await getTranslations("buildings");
  const format = await getFormatter();
  const say = (term: string | null) => {
    const key = `terms.${term}` as "terms.Flat";
    return term && t.has(key) ? t(key) : term;
  };
  const degrees = (value: number) => format.number(value, { maximumFractionDigits: 5 });
  return (
    <DescriptionList
      items={[
        {
          label: t("address"),
          value: [
            building.streetAndNumber,
            building.streetAddInfo,
            [building.zipCode, building.town].filter(Boolean).join(" "),
            building.country,
          ]
            .filter(Boolean)
            .join(", "),
        },
        {
          label: t("position"),
          value:
            building.latitude === null || building.longitude === null
              ? null
              : `${degrees(building.latitude)}°, ${degrees(building.longitude)}°`,
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
        { label: t("occupantType"), value: say(building.occupantType) },
        { label: t("spaceHeating"), value: say(building.spaceHeating) },
        { label: t("waterHeating"), value: say(building.waterHeating) },
        { label: t("photovoltaic"), value: building.photovoltaic ? t("yes") : t("no") },
      ]}
    />
  );
}
