import { Circle, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { OnboardingStep, OnboardingStepName } from "@/lib/team/onboarding/onboarding-steps";

type Props = {
  steps: OnboardingStep[];
  /** What the reader can do about an open step. */
  ways?: Partial<Record<OnboardingStepName, ReactNode>>;
};

/** The way from invitation to work: what is behind, and what is still open. */
export function OnboardingSteps({ steps, ways = {} }: Props) {
  const t = useTranslations("onboarding");
  return (
    <ol className="flex flex-col gap-2.5">
      {steps.map(({ name, isDone }) => {
        const Icon = isDone ? CircleCheck : Circle;
        return (
          <li key={name} className="flex items-start gap-2.5 text-sm">
            <Icon
              aria-hidden
              className={`mt-1 size-4 shrink-0 ${isDone ? "text-success" : "text-ink-faint"}`}
            />
            <span className="min-w-0 flex-1">
              <span className={isDone ? "text-ink-soft" : "font-medium text-ink"}>
                {t(`steps.${name}`)}
              </span>
              <span className="sr-only">{isDone ? t("done") : t("open")}</span>
              {!isDone && ways[name] && <span className="mt-1 block">{ways[name]}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** How far somebody is, in a few words; nothing once all is done. */
export function OnboardingProgress({ steps }: { steps: OnboardingStep[] }) {
  const t = useTranslations("onboarding");
  const next = steps.find((step) => !step.isDone);
  if (!next) return "–";
  const done = steps.filter((step) => step.isDone).length;
  return (
    <span>
      {t("progress", { done, all: steps.length })}
      <span className="block text-[13px] leading-5 text-ink-faint">{t(`steps.${next.name}`)}</span>
    </span>
  );
}
