import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { now } from "@/lib/core/clock";
import { PauseForm } from "./pause-form";

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
      <PauseForm id={id} isPaused={isPaused} />
    </Card>
  );
}
