import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { OnboardingSteps } from "@/components/team/onboarding-steps";
import { Card } from "@/components/ui/card";
import { ConfirmAccessForm } from "./confirm-access-form";

/** The new colleague's own checklist, until all of it is done. */
export async function OwnOnboarding({
  steps,
}: Pick<Parameters<typeof OnboardingSteps>[0], "steps">) {
  const t = await getTranslations("onboarding");
  return (
    <div className="mb-4">
      <Card title={t("ownTitle")} description={t("ownHint")}>
        <OnboardingSteps
          steps={steps}
          ways={{
            profileConfigured: <StepLink href="/account">{t("toProfile")}</StepLink>,
            secondFactorSet: (
              <StepLink href="/account/second-factor">{t("toSecondFactor")}</StepLink>
            ),
            handbookRead: <StepLink href="/handbook?reading=required">{t("toHandbook")}</StepLink>,
            accessVerified: (
              <ClientMessages namespaces={["onboarding"]}>
                <ConfirmAccessForm />
              </ClientMessages>
            ),
          }}
        />
      </Card>
    </div>
  );
}

function StepLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} className="rounded-sm text-[13px] leading-6 text-accent hover:underline">
      {children}
    </Link>
  );
}
