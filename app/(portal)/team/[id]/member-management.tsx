import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { toFieldValue } from "@/components/form/field-value";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { toLocalMoment } from "@/lib/core/validation/local-moment";
import { AccessEndForm, ResetSecondFactorForm } from "./access-forms";
import { CorrectAddressForm, ResendForm, RevokeForm } from "./invitation-forms";
import { ChangeRoleForm, ExternalIdForm, ReactivateForm, SuspendForm } from "./member-forms";

type Props = {
  member: {
    id: string;
    email: string;
    role: "admin" | "staff";
    status: "invited" | "active" | "suspended";
    invitation?: { kind: string } | undefined;
    accessEndsAt: Date | null;
    externalUserId: string | null;
    secondFactors: unknown[];
    obstacle: "ownAccount" | "lastAdmin" | undefined;
  };
  /** The viewer's, in which ends of access are offered. */
  timeZone: string;
};

/** What an admin can do about a member. Where something is closed, it says why. */
export async function MemberManagement({ member, timeZone }: Props) {
  const t = await getTranslations("team");
  if (member.obstacle) {
    return <Notice>{t(`obstacles.${member.obstacle}`)}</Notice>;
  }
  return (
    <ClientMessages namespaces={["team", "roles", "languages"]}>
      <div className="flex flex-col gap-4">
        {member.status === "invited" && (
          <Card title={t("invitation")} isFlush>
            <Disclosure title={t("resend")} description={t("resendHint")}>
              <ResendForm id={member.id} />
            </Disclosure>
            <Disclosure title={t("correctAddress")} description={t("correctAddressHint")}>
              <CorrectAddressForm id={member.id} email={member.email} />
            </Disclosure>
            {(member.invitation?.kind === "open" || member.invitation?.kind === "expired") && (
              <Disclosure title={t("revoke")} description={t("revokeHint")} isDangerous>
                <RevokeForm id={member.id} />
              </Disclosure>
            )}
          </Card>
        )}
        <Card title={t("access")} isFlush>
          <Disclosure title={t("changeRole")} description={t("changeRoleHint")}>
            <ChangeRoleForm id={member.id} role={member.role} />
          </Disclosure>
          <Disclosure title={t("temporaryAccess")} description={t("temporaryAccessHint")}>
            <AccessEndForm
              id={member.id}
              accessEndsAt={member.accessEndsAt ? toLocalMoment(member.accessEndsAt, timeZone) : ""}
              timeZone={timeZone}
            />
          </Disclosure>
          <Disclosure title={t("externalUserId")} description={t("externalUserIdHint")}>
            <ExternalIdForm id={member.id} externalUserId={toFieldValue(member.externalUserId)} />
          </Disclosure>
          {member.status === "active" && (
            <Disclosure title={t("suspend")} description={t("suspendHint")}>
              <SuspendForm id={member.id} />
            </Disclosure>
          )}
          {member.secondFactors.length > 0 && (
            <Disclosure title={t("resetSecondFactor")} description={t("resetSecondFactorHint")}>
              <ResetSecondFactorForm id={member.id} />
            </Disclosure>
          )}
          {member.status === "suspended" && (
            <Disclosure title={t("reactivate")} description={t("reactivateHint")}>
              <ReactivateForm id={member.id} />
            </Disclosure>
          )}
        </Card>
        <Card title={t("departure")} description={t("removeHint")}>
          <LinkButton href={`/team/${member.id}/departure`}>{t("departureStart")}</LinkButton>
        </Card>
      </div>
    </ClientMessages>
  );
}
