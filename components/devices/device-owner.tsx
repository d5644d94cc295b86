import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Moment } from "@/components/ui/moment";
import { now } from "@/lib/core/clock";
import { isControllable } from "@/lib/devices/devices/device-kinds";
import type { getDevice } from "@/lib/devices/devices/get-device";
import {
  type OptimizationSettings,
  optimizationStateAt,
} from "@/lib/devices/devices/optimization-state";

/** Whose a device is, where it stands, whether it is optimised, and how its manufacturer's cloud is reached. */
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
          ...(isControllable(device.kind)
            ? [{ label: t("optimization"), value: <OptimizationState device={device} /> }]
            : []),
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

async function OptimizationState({ device }: { device: OptimizationSettings }) {
  const t = await getTranslations("devices");
  const state = optimizationStateAt(device, now());
  if (state !== "paused") return t(state);
  return t.rich("pause.until", {
    until: () => <Moment value={device.pausePowerUntil} as="moment" />,
  });
}
