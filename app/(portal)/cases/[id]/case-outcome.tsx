import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import type { getCase } from "@/lib/support/cases/read-cases";
import { StepForm } from "../../diagnoses/diagnosis-forms";
import { CloseCaseForm } from "./case-forms";

type Props = { found: Awaited<ReturnType<typeof getCase>> };

/** What the devices of a case call for next: closing it, or turning optimisation on. */
export async function CaseOutcome({ found }: Props) {
  const t = await getTranslations("cases");
  if (found.isReadyToClose) {
    return (
      <Notice tone="success">
        {t("readyToClose", { count: found.devices.length })}
        <div className="mt-3">
          <CloseCaseForm id={found.id} version={found.version} />
        </div>
      </Notice>
    );
  }
  if (found.state === "solved") return null;
  const idle = found.devices.filter(
    ({ reconnection, connectionState }) =>
      reconnection?.state === "connected" && connectionState === "connected",
  );
  return idle.map(({ id, manufacturer, model }) => (
    <Notice key={id} tone="warning">
      {t("idleDevice", { device: `${manufacturer} ${model}` })}
      <div className="mt-3">
        <StepForm step="resumeOptimization" deviceId={id} />
      </div>
    </Notice>
  ));
}
