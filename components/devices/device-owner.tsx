import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Moment } from "@/components/ui/moment";
import type { getDevice } from "@/lib/devices/devices/get-device";

/** Whose a device is, where it stands, and how its manufacturer's cloud is reached. */
export async function DeviceOwner({ device }: { device: Awaited<ReturnType<typeof getDevice>> }) {
  const t = await getTranslations("devices");
  return (
    <Card title={t("belongsTo")}>
      <DescriptionList
        items={[
          {
            label: t("owner"),
            value: device.owner && (
              <Link href={`/users/${device.owner.id}`} className="text-accent hover:underline">
                {device.owner.name}
              </Link>
            ),
          },
          {
            label: t("building"),
            value: device.building && (
              <Link
                href={`/buildings/${device.building.id}`}
                className="text-accent hover:underline"
              >
                {device.building.name}
              </Link>
            ),
          },
          { label: t("cloudService"), value: device.cloudService?.name },
          { label: t("added"), value: <Moment value={device.createdAt} as="day" /> },
        ]}
      />
      {device.cloudService?.instructions && (
        <p className="mt-4 text-[13px] leading-5 text-ink-faint">
          {device.cloudService.instructions}
        </p>
      )}
    </Card>
  );
}
