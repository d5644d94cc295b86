import { getTranslations } from "next-intl/server";
import { PauseForm } from "@/components/devices/pause-form";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { now } from "@/lib/core/clock";
import { pauseDeviceAction } from "../actions";

/** A pause of the optimisation that ends automatically. */
export async function OptimizationPause({ id, until }: { id: string; until: Date | null }) {
  const t = await getTranslations("devices.pause");
  const isPaused = until !== null && until > now();
  return (
    <Card
      title={t("title")}
      description={
        isPaused
          ? t.rich("until", { until: () => <Moment value={until} as="moment" /> })
          : t("hint")
      }
    >
      <PauseForm action={pauseDeviceAction} id={id} isPaused={isPaused} />
    </Card>
  );
}
