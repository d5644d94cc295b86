import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { History } from "@/components/audit/history";
import { SessionList } from "@/components/sessions/session-list";
import { InvitationProgress, MemberStatus } from "@/components/team/member-badges";
import { OnboardingSteps } from "@/components/team/onboarding-steps";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { EmailText } from "@/components/ui/email-text";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PhoneText } from "@/components/ui/phone-text";
import { getTeamMember } from "@/lib/team/members/get-team-member";
import { EndAllMemberSessionsForm, EndMemberSessionForm, NudgeForm } from "./access-forms";
import { MemberManagement } from "./member-management";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("team"))("one") };
}

type Props = { params: Promise<{ id: string }> };

export default async function MemberPage({ params }: Props) {
  const { actor, timeZone } = await requireMember();
  const t = await getTranslations("team");
  const onboarding = await getTranslations("onboarding");
  const sessions = await getTranslations("sessions");
  const roles = await getTranslations("roles");
  const member = await withErrorPages(async () => getTeamMember(actor, await params));
  return (
    <>
      <PageHeader
        title={member.name}
        description={member.email}
        badge={<MemberStatus {...member} />}
        crumbs={[{ label: t("title"), href: "/team" }]}
      />
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <div className="flex flex-col gap-4 lg:col-span-2">
          <Card title={t("profile")}>
            <DescriptionList
              items={[
                { label: t("role"), value: roles(member.role) },
                { label: t("email"), value: <EmailText>{member.email}</EmailText> },
                { label: t("phone"), value: <PhoneText person={member} /> },
                { label: t("externalUserId"), value: member.externalUserId },
                {
                  label: t("lastSeen"),
                  value: <Moment value={member.lastSeenAt} fallback={t("neverSeen")} />,
                },
                {
                  label: t("access"),
                  value: member.accessEndsAt ? (
                    <>
                      {t("untilMoment")} <Moment value={member.accessEndsAt} as="exact" />
                    </>
                  ) : (
                    t("lasting")
                  ),
                },
                { label: t("addedOn"), value: <Moment value={member.createdAt} as="moment" /> },
                {
                  label: t("secondFactor"),
                  value: member.secondFactors.map(({ name }) => name).join(", ") || t("noFactor"),
                },
                {
                  label: t("invitation"),
                  value:
                    member.status === "invited" ? (
                      <InvitationProgress invitation={member.invitation} />
                    ) : null,
                },
                {
                  label: t("terms"),
                  value: member.termsAcceptedAt && (
                    <>
                      {member.termsVersion}, <Moment value={member.termsAcceptedAt} as="moment" />
                    </>
                  ),
                },
              ]}
            />
          </Card>
          <Card
            title={onboarding("title")}
            description={onboarding("hint")}
            actions={
              member.mayManage &&
              member.status === "active" &&
              member.onboarding.some((step) => !step.isDone) && (
                <ClientMessages namespaces={["onboarding"]}>
                  <NudgeForm id={member.id} />
                </ClientMessages>
              )
            }
          >
            {member.onboarding.some((step) => !step.isDone) ? (
              <OnboardingSteps steps={member.onboarding} />
            ) : (
              <details>
                <summary className="text-sm text-ink-soft">{onboarding("completed")}</summary>
                <div className="mt-3">
                  <OnboardingSteps steps={member.onboarding} />
                </div>
              </details>
            )}
          </Card>
          <Card title={t("roleHistory")} description={t("roleHistoryHint")}>
            <ol className="flex flex-col gap-4">
              {member.assignments.map((assignment) => (
                <li key={assignment.id} className="text-sm">
                  <p className="font-medium text-ink">{roles(assignment.role)}</p>
                  <p className="text-ink-soft">{assignment.reason}</p>
                  <p className="text-[13px] leading-5 text-ink-faint">
                    {assignment.assignedBy ?? t("unknownPerson")} ·{" "}
                    <Moment value={assignment.createdAt} as="moment" />
                  </p>
                </li>
              ))}
            </ol>
          </Card>
          {member.mayManage && (
            <Card
              title={sessions("title")}
              actions={
                member.sessions.length > 1 && (
                  <ClientMessages namespaces={["sessions"]}>
                    <EndAllMemberSessionsForm id={member.id} />
                  </ClientMessages>
                )
              }
            >
              <ClientMessages namespaces={["sessions"]}>
                <SessionList
                  sessions={member.sessions}
                  endOne={({ id }) => <EndMemberSessionForm id={member.id} sessionId={id} />}
                />
              </ClientMessages>
            </Card>
          )}
          {member.mayManage && (
            <Card title={t("history")}>
              <History entries={member.history} />
            </Card>
          )}
        </div>
        {member.mayManage ? (
          <MemberManagement member={member} timeZone={timeZone} />
        ) : (
          <Notice>{t("readOnly")}</Notice>
        )}
      </div>
    </>
  );
}
