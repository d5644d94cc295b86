import { getTranslations } from "next-intl/server";
import { PauseCard } from "@/components/devices/pause-card";
import { Card } from "@/components/ui/card";
import { pauseOwnDeviceAction } from "../actions";
import { ResumeForm } from "./resume-form";

type Props = {
  device: { id: string; isSmartOptimizationActive: boolean; pausePowerUntil: Date | null };
};

/** Where an end-user pauses the optimisation of their device for a while, or switches it on. */
export async function OwnOptimization({ device }: Props) {
  const own = await getTranslations("me");
  if (device.isSmartOptimizationActive) {
    return <PauseCard device={device} action={pauseOwnDeviceAction} />;
  }
  return (
    <Card title={own("optimizationTitle")} description={own("optimization.off")}>
      <ResumeForm id={device.id} />
    </Card>
  );
}
