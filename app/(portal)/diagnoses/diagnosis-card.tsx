import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";
import { Moment } from "@/components/ui/moment";
import type { Member } from "@/lib/core/access/actor";
import { may } from "@/lib/core/access/authorize";
import { listDiagnoses } from "@/lib/support/diagnosis/run-diagnosis";
import { RunDiagnosisForm } from "./diagnosis-forms";

type Props = { actor: Member; userId: string; deviceId?: string };

/** The button that looks over, and what earlier looks found. */
export async function DiagnosisCard({ actor, userId, deviceId }: Props) {
  const t = await getTranslations("diagnosis");
  if (!may(actor, "read", "note")) return null;
  const earlier = await listDiagnoses(actor, { userId, ...(deviceId && { deviceId }) });
  return (
    <Card title={t("title")}>
      <div className="flex flex-col gap-4">
        {may(actor, "create", "note") && (
          <ClientMessages namespaces={["diagnosis"]}>
            <RunDiagnosisForm about={deviceId ? { deviceId } : { userId }} tone="primary" />
          </ClientMessages>
        )}
        {earlier.length === 0 ? (
          <p className="text-sm text-ink-faint">{t("none")}</p>
        ) : (
          <ul aria-label={t("earlier")} className="flex flex-col gap-2.5 text-sm">
            {earlier.map(({ id, createdAt, ranByName, problems, warnings }) => (
              <li key={id} className="flex items-baseline gap-2">
                <span
                  aria-hidden
                  className={cn(
                    "size-2 shrink-0 rounded-full",
                    problems > 0 ? "bg-danger" : warnings > 0 ? "bg-warning" : "bg-success",
                  )}
                />
                <span>
                  <Link href={`/diagnoses/${id}`} className="text-accent hover:underline">
                    {t("summary", { problems, warnings })}
                  </Link>
                  <span className="block text-[13px] text-ink-faint">
                    {ranByName} · <Moment value={createdAt} />
                  </span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}
