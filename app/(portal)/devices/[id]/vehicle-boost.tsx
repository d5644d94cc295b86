import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import type { BoostState } from "@/lib/devices/devices/boost-state";
import type { getDevice } from "@/lib/devices/devices/get-device";
import { BoostForm } from "./boost-form";

/** Charging at once, for vehicles. */
export async function VehicleBoost({ device }: { device: Awaited<ReturnType<typeof getDevice>> }) {
  const t = await getTranslations("devices.boost");
  const { kindDetails } = device;
  return (
    <Card title={t("title")} description={t("hint")}>
      <BoostForm
        id={device.id}
        boostState={(kindDetails.boostState as BoostState | null) ?? "unavailable"}
        boostForNextSession={kindDetails.boostForNextSession === true}
        isPluggedIn={kindDetails.isPluggedIn === true}
        isFullyCharged={kindDetails.isFullyCharged === true}
        isCharging={kindDetails.isCharging === true}
      />
    </Card>
  );
}
