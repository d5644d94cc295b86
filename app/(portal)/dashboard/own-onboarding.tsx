import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { OnboardingSteps } from "@/components/team/onboarding-steps";
import { Card } from "@/components/ui/card";
import type { Member } from "@/lib/core/access/actor";
import { getOwnOnboarding } from "@/lib/team/onboarding/own-onboarding";
import { ConfirmAccessForm } from "./confirm-access-form";

/** The new colleague's own checklist, until all of it is done. */
export async function OwnOnboarding({ actor }: { actor: Member }) {
  const t = await getTranslations("onboarding");
  const steps = await withErrorPages(() => getOwnOnboarding(actor, {}));
  if (!steps) return null;
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
