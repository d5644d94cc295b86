import { getTranslations } from "next-intl/server";
import type { FormAction } from "@/components/form/form-state";
import { Card } from "@/components/ui/card";
import type { BoostState } from "@/lib/devices/devices/boost-state";
import type { getDevice } from "@/lib/devices/devices/get-device";
import { BoostForm } from "./boost-form";

/** Charging at once, for vehicles. */
export async function VehicleBoost({
  device,
  action,
}: {
  device: Awaited<ReturnType<typeof getDevice>>;
  action: FormAction<unknown>;
}) {
  const t = await getTranslations("devices.boost");
  const { kindDetails } = device;
  return (
    <Card title={t("title")} description={t("hint")}>
      <BoostForm
        action={action}
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
