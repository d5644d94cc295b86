import { getTranslations } from "next-intl/server";
import { PauseForm } from "@/components/devices/pause-form";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { now } from "@/lib/core/clock";
import { pauseOwnDeviceAction } from "../actions";
import { ResumeForm } from "./resume-form";

type Props = {
  device: { id: string; isSmartOptimizationActive: boolean; pausePowerUntil: Date | null };
};

/** Where an end-user pauses the optimisation of their device for a while, or switches it on. */
export async function OwnOptimization({ device }: Props) {
  const t = await getTranslations("devices.pause");
  const own = await getTranslations("me");
  const { id, isSmartOptimizationActive: isActive, pausePowerUntil: until } = device;
  if (!isActive) {
    return (
      <Card title={own("optimizationTitle")} description={own("optimization.off")}>
        <ResumeForm id={id} />
      </Card>
    );
  }
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
      <PauseForm action={pauseOwnDeviceAction} id={id} isPaused={isPaused} />
    </Card>
  );
}
