import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { DeviceNow } from "@/components/devices/device-now";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";

type Now = ComponentProps<typeof DeviceNow>;

type Props = {
  device: {
    kind: Now["kind"];
    kindDetails: Now["values"];
    isAuthenticated: boolean;
    areValuesStale: boolean;
    currentStateLastUpdatedAt: Date | null;
  };
};

/** A device's latest values with their age: live ones, or the last known under the time of their reading. */
export async function LiveValues({ device }: Props) {
  const t = await getTranslations("devices");
  const { areValuesStale: isStale, currentStateLastUpdatedAt: readAt } = device;
  const title =
    isStale && readAt
      ? t.rich("lastKnown", { date: () => <Moment value={readAt} as="moment" /> })
      : t(isStale ? "noReadings" : "now");
  const age = (
    <>
      {t("readingFrom")} <Moment value={readAt} />
    </>
  );
  return (
    <Card title={title} description={readAt && age}>
      <DeviceNow
        kind={device.kind}
        values={device.kindDetails}
        isAuthenticated={device.isAuthenticated}
        isStale={isStale}
      />
    </Card>
  );
}
