import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { now } from "@/lib/core/clock";
import {
  type OptimizationSettings,
  optimizationStateAt,
} from "@/lib/devices/devices/optimization-state";
import { PauseForm } from "./pause-form";

type Props = {
  device: OptimizationSettings & { id: string };
  action: ComponentProps<typeof PauseForm>["action"];
};

/** A pause of the optimisation that ends automatically. */
export async function PauseCard({ device, action }: Props) {
  const t = await getTranslations("devices.pause");
  const isPaused = optimizationStateAt(device, now()) === "paused";
  return (
    <Card
      title={t("title")}
      description={
        isPaused
          ? t.rich("until", { until: () => <Moment value={device.pausePowerUntil} as="moment" /> })
          : t("hint")
      }
    >
      <PauseForm action={action} id={device.id} isPaused={isPaused} />
    </Card>
  );
}
