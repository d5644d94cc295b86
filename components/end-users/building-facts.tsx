import { getFormatter, getTranslations } from "next-intl/server";
import { DescriptionList } from "@/components/ui/description-list";
import { type FieldDefinition, fieldsInGroup } from "@/lib/core/records/field-table";
import { type BuildingField, buildingFields } from "@/lib/customers/buildings/building-fields";

export type ShownBuilding = Record<BuildingField, string | number | boolean | null> & {
  latitude: number | null;
  longitude: number | null;
  hasName: boolean;
};

const namesInGroup = (group: string) =>
  fieldsInGroup(buildingFields, group).map(([name]) => name as BuildingField);

/** Address, position and facts of a building; terms that Wattdesk does not know are shown as they came. */
export async function BuildingFacts({ building }: { building: ShownBuilding }) {
  const t = await getTranslations("buildings");
  const format = await getFormatter();
  const shown = (name: BuildingField) => {
    const value = building[name];
    const field: FieldDefinition = buildingFields[name];
    if (field.kind === "flag") return value ? t("yes") : t("no");
    if (typeof value === "number") {
      const unit = "unit" in field ? ` ${field.unit}` : "";
      return `${format.number(value)}${unit}`;
    }
    const term = `terms.${value}` as "terms.Flat";
    return typeof value === "string" && t.has(term) ? t(term) : value;
  };
  const degrees = (value: number) => format.number(value, { maximumFractionDigits: 5 });
  const place = [building.zipCode, building.town].filter(Boolean).join(" ");
  const addressLine = (name: BuildingField) =>
    name === "zipCode" ? place : name === "town" ? null : building[name];
  const facts = [...namesInGroup("identity"), ...namesInGroup("facts")].filter(
    (name) => name !== "name" || building.hasName,
  );
  return (
    <DescriptionList
      items={[
        {
          label: t("address"),
          value: namesInGroup("address").map(addressLine).filter(Boolean).join(", "),
        },
        {
          label: t("position"),
          value:
            building.latitude === null || building.longitude === null
              ? null
              : `${degrees(building.latitude)}°, ${degrees(building.longitude)}°`,
        },
        ...facts
          .filter((name) => name !== "name")
          .map((name) => ({ label: t(`fields.${name}`), value: shown(name) })),
      ]}
    />
  );
}
