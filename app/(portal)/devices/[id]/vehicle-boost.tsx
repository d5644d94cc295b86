import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import type { BoostState } from "@/lib/devices/boost-state";
import type { getDevice } from "@/lib/devices/get-device";
import { BoostForm } from "./boost-form";

/** Charging at once, for vehicles. */
export async function VehicleBoost({ device }: { device: Awaited<ReturnType<typeof getDevice>> }) {
  const t = await getTranslations("devices.boost");
  const { particulars } = device;
  return (
    <Card title={t("title")} description={t("hint")}>
      <BoostForm
        id={device.id}
        boostState={(particulars.boostState as BoostState | null) ?? "unavailable"}
        boostForNextSession={particulars.boostForNextSession === true}
        isPluggedIn={particulars.isPluggedIn === true}
        isFullyCharged={particulars.isFullyCharged === true}
        isCharging={particulars.isCharging === true}
      />
    </Card>
  );
}
