import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { getFinding } from "@/lib/identity/suspicious-activity/findings";
import { AcknowledgeForm } from "./acknowledge-form";
import { EvidenceList } from "./evidence-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("security"))("title") };
}

type Props = { params: Promise<{ id: string }> };

export default async function FindingPage({ params }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("security");
  const settings = await getTranslations("settings");
  const finding = await withErrorPages(async () => getFinding(actor, await params));
  const account = addressOf(finding);
  const isClient = finding.subjectType === "api-client";
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <PageHeader
        title={t(`kinds.${finding.kind}`)}
        description={finding.subjectName}
        badge={
          finding.acknowledgedAt ? (
            <Badge>{t("states.acknowledged")}</Badge>
          ) : (
            <Badge tone="warning">{t("states.open")}</Badge>
          )
        }
        crumbs={[
          { label: settings("title"), href: "/settings" },
          { label: t("title"), href: "/settings/security" },
        ]}
      />
      <Card>
        <p className="mb-4 max-w-prose text-sm text-ink">{t(`explanations.${finding.kind}`)}</p>
        <DescriptionList
          items={[
            { label: t("first"), value: <Moment value={finding.createdAt} as="exact" /> },
            { label: t("last"), value: <Moment value={finding.lastAt} as="exact" /> },
            { label: t("occurrences"), value: finding.occurrences },
          ]}
        />
      </Card>
      <Card title={t("act")}>
        <div className="flex flex-wrap gap-3">
          {account && (
            <LinkButton href={account}>{t(isClient ? "openClient" : "openSubject")}</LinkButton>
          )}
          <LinkButton href={eventsOf(finding)}>{t("openLog")}</LinkButton>
        </div>
      </Card>
      <Card
        title={t("evidence")}
        description={t("evidenceHint", {
          count: String(finding.evidence.length),
          total: String(finding.occurrences),
        })}
      >
        <EvidenceList evidence={finding.evidence} />
      </Card>
      {finding.acknowledgedAt ? (
        <Card title={t("acknowledgedBy", { name: finding.acknowledgedByName ?? "–" })}>
          <p className="text-sm text-ink-soft">
            <Moment value={finding.acknowledgedAt} as="exact" />
          </p>
          {finding.note && <p className="text-sm text-ink">{finding.note}</p>}
        </Card>
      ) : (
        <Card title={t("acknowledge")} description={t("acknowledgeHint")}>
          <ClientMessages namespaces={["security"]}>
            <AcknowledgeForm id={finding.id} />
          </ClientMessages>
        </Card>
      )}
    </div>
  );
}

type Subject = { subjectType: string; subjectId: string; subjectRole: string | undefined };

/** Where the audit log shows what the finding is about. */
function eventsOf({ kind, subjectType, subjectId }: Subject & { kind: string }): string {
  if (subjectType === "address") return "/audit-log?action=session.failed";
  const isTarget = subjectType === "api-client" || kind === "failed_logins";
  return `/audit-log?${isTarget ? "targetId" : "actorId"}=${subjectId}`;
}

function addressOf({ subjectType, subjectId, subjectRole }: Subject): string | undefined {
  if (subjectType === "api-client") return `/settings/api-credentials/${subjectId}`;
  if (!subjectRole) return undefined;
  return subjectRole === "user" ? `/users/${subjectId}` : `/team/${subjectId}`;
}
