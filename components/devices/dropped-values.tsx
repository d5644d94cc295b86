import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";

type DroppedValue = { field: string; value: string; reason: "outOfRange" | "wrongType" };

/** What a device's manufacturer said last that cannot be, and was left out. Nothing where all was taken. */
export async function DroppedValues({ values }: { values: DroppedValue[] }) {
  const t = await getTranslations("devices");
  const fields = await getTranslations("deviceFields");
  if (values.length === 0) return null;
  const nameOf = (field: string) => {
    const key = field as "batteryLevel";
    return fields.has(key) ? fields(key) : field;
  };
  return (
    <Notice tone="warning">
      <p>{t("dropped")}</p>
      <ul className="mt-1 list-disc pl-5">
        {values.map(({ field, value, reason }) => (
          <li key={field} className="break-words">
            {t(`droppedValue.${reason}`, { field: nameOf(field), value })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
