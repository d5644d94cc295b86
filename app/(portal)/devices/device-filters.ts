import { getTranslations } from "next-intl/server";
import type { ListFilter } from "@/components/data-table/list-toolbar";
import { connectionStates, deviceKinds } from "@/lib/devices/devices/device-terms";

const waits = [1, 24, 168, 720];

/**
 * What the list of devices can be filtered by, in words.
 * @param models the models that there are devices of
 */
export async function deviceListFilters(
  models: { manufacturer: string; model: string }[],
): Promise<ListFilter[]> {
  const t = await getTranslations("devices");
  const unique = (names: string[]) => [...new Set(names)].map((value) => ({ value, label: value }));
  const hours = waits.map((value) => ({
    value: String(value),
    label: t("silentFor", { hours: value }),
  }));
  return [
    {
      name: "kind",
      label: t("kind"),
      options: deviceKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
    },
    {
      name: "connection",
      label: t("connection"),
      options: connectionStates.map((value) => ({ value, label: t(`connectionStates.${value}`) })),
    },
    {
      name: "manufacturer",
      label: t("manufacturer"),
      options: unique(models.map(({ manufacturer }) => manufacturer)),
    },
    { name: "model", label: t("model"), options: unique(models.map(({ model }) => model)) },
    {
      name: "optimization",
      label: t("optimization"),
      options: (["on", "off"] as const).map((value) => ({
        value,
        label: t(`optimizationFilter.${value}`),
      })),
    },
    { name: "waitingHours", label: t("waitingFor"), options: hours },
    { name: "silentHours", label: t("silent"), options: hours },
    { name: "createdFrom", label: t("addedFrom") },
    { name: "createdUntil", label: t("addedUntil") },
  ];
}
