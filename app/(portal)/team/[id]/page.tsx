import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answeringRefusals } from "@/app/_request/answering-refusals";
import { requireMember } from "@/app/_request/viewer";
import { InvitationProgress, MemberStatus } from "@/components/team/member-badges";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { History } from "@/components/ui/history";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { getTeamMember } from "@/lib/team/get-team-member";
import { MemberManagement } from "./member-management";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("team"))("one") };
}

type Props = { params: Promise<{ id: string }> };

export default async function MemberPage({ params }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("team");
  const roles = await getTranslations("roles");
  const member = await answeringRefusals(async () => getTeamMember(actor, await params));
  return (
    <>
      <PageHeader
        title={member.name}
        description={member.email}
        badge={<MemberStatus status={member.status} invitation={member.invitation} />}
        crumbs={[{ label: t("title"), href: "/team" }]}
      />
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <div className="flex flex-col gap-4 lg:col-span-2">
          <Card title={t("profile")}>
            <DescriptionList
              items={[
                { label: t("role"), value: roles(member.role) },
                { label: t("email"), value: member.email },
                { label: t("phone"), value: member.phone },
                { label: t("externalUserId"), value: member.externalUserId },
                {
                  label: t("lastSeen"),
                  value: <Moment value={member.lastSeenAt} fallback={t("neverSeen")} />,
                },
                { label: t("addedOn"), value: <Moment value={member.createdAt} as="moment" /> },
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
            <Card title={t("history")}>
              <History entries={member.history} />
            </Card>
          )}
        </div>
        {member.mayManage ? <MemberManagement member={member} /> : <Notice>{t("readOnly")}</Notice>}
      </div>
    </>
  );
}
