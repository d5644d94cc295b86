import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import type { NextStep, Verdict } from "@/lib/support/diagnosis/finding";
import { NewLinkForm } from "../../_connections/link-forms";
import { StepForm } from "../diagnosis-forms";

function toneOf(verdict: Verdict): Tone {
  switch (verdict) {
    case "good":
      return "success";
    case "warning":
      return "warning";
    case "problem":
      return "danger";
    default:
      return "neutral";
  }
}

type Props = {
  finding: {
    verdict: Verdict;
    next: NextStep | undefined;
    evidence: Record<string, string | number>;
  };
  words: { name: string; sentence: string };
  userId: string;
  deviceId: string | undefined;
};

/** One check: its verdict, what speaks for it, and what can be done. */
export function FindingRow({ finding, words, userId, deviceId }: Props) {
  const t = useTranslations("diagnosis");
  const { verdict, next } = finding;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-5 py-3.5">
      <span className="w-24 shrink-0">
        <Badge tone={toneOf(verdict)}>{t(`verdicts.${verdict}`)}</Badge>
      </span>
      <div className="min-w-56 flex-1">
        <p className="text-sm font-medium text-ink">{words.name}</p>
        <p className="mt-0.5 text-sm break-words text-ink-soft">{words.sentence}</p>
        {next && (
          <div className="mt-2.5">
            <Step
              step={next}
              userId={userId}
              deviceId={deviceId}
              buildingId={finding.evidence.buildingId}
            />
          </div>
        )}
      </div>
    </li>
  );
}

type StepProps = {
  step: NextStep;
  userId: string;
  deviceId: string | undefined;
  /** The building that a finding is about, where it is about one. */
  buildingId: string | number | undefined;
};

function Step({ step, userId, deviceId, buildingId }: StepProps) {
  const t = useTranslations("diagnosis.steps");
  if (step === "sendLink" && deviceId) return <NewLinkForm about={{ deviceId }} />;
  if ((step === "refreshState" || step === "resumeOptimization") && deviceId) {
    return <StepForm step={step} deviceId={deviceId} />;
  }
  const places: Partial<Record<NextStep, string>> = {
    fixLocation: buildingId ? `/buildings/${buildingId}/edit` : `/buildings/new?user=${userId}`,
    addContract: `/energy-contracts/new?user=${userId}`,
    viewCustomer: `/users/${userId}`,
    editCustomer: `/users/${userId}/edit`,
    viewDevice: `/devices/${deviceId}`,
    seeIncident: "/support",
    changeSettings: `/devices/${deviceId}/settings`,
    changePolicy: `/devices/${deviceId}/settings`,
  };
  const place = places[step];
  return place ? (
    <LinkButton href={place} size="small">
      {t(step)}
    </LinkButton>
  ) : null;
}
