import { ExternalLink } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { toFieldValue } from "@/components/form/field-value";
import { CaseStateBadge } from "@/components/support/case-badges";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/access/authorize";
import { cleanLinkPart } from "@/lib/identity/auth/link-token";
import { listAnswerTemplates } from "@/lib/support/cases/answer-templates";
import { getCase, listColleagues } from "@/lib/support/cases/read-cases";
import { listHandbookEntries } from "@/lib/team/handbook/list-handbook-entries";
import { DiagnosisCard } from "../../diagnoses/diagnosis-card";
import { CaseComposer } from "./case-composer";
import { CaseEntries } from "./case-entries";
import { CaseFacts } from "./case-facts";
import { CaseDetailsForm, EscalateForm } from "./case-forms";
import { CaseOutcome } from "./case-outcome";
import { CustomerPane } from "./customer-pane";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cases"))("one") };
}

type Props = { params: Promise<{ id: string }> };

export default async function CasePage({ params }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("cases");
  const id = cleanLinkPart((await params).id);
  const found = await withErrorPages(() => getCase(actor, { id }));
  const [colleagues, templates, paths] = await withErrorPages(() =>
    Promise.all([
      listColleagues(actor, {}),
      listAnswerTemplates(actor, {}),
      listHandbookEntries(actor, { category: "escalation" }),
    ]),
  );
  const mayUpdate = may(actor, "update", "case");
  const latest = found.entries.at(-1)?.id ?? "";
  return (
    <ClientMessages namespaces={["cases", "diagnosis"]}>
      <PageHeader
        title={`#${found.number} ${found.subject}`}
        description={found.customer?.name}
        badge={<CaseStateBadge state={found.state} />}
        crumbs={[{ label: t("title"), href: "/cases" }]}
      />
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <div className="flex min-w-0 flex-col gap-4 lg:col-span-2">
          <CaseOutcome found={found} />
          <Card title={t("history")}>
            <div className="flex flex-col gap-6">
              <CaseEntries entries={found.entries} colleagues={colleagues} />
              {mayUpdate && (
                <CaseComposer
                  id={found.id}
                  latest={latest}
                  isAnswerable={found.customer !== null}
                  colleagues={colleagues}
                  templates={templates}
                />
              )}
            </div>
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {found.userId && (
            <>
              <CustomerPane
                actor={actor}
                userId={found.userId}
                deviceIds={found.devices.map((device) => device.id)}
              />
              <DiagnosisCard actor={actor} userId={found.userId} />
            </>
          )}
          {found.externalLink && (
            <a
              href={found.externalLink}
              rel="noreferrer"
              target="_blank"
              className="inline-flex items-center gap-2 px-1 text-sm text-accent hover:underline"
            >
              <ExternalLink aria-hidden className="size-4" />
              {t("openExternal")}
            </a>
          )}
          {mayUpdate && (
            <Card title={t("details")}>
              <CaseDetailsForm
                id={found.id}
                version={found.version}
                values={{
                  subject: found.subject,
                  state: found.state,
                  priority: found.priority,
                  assigneeId: toFieldValue(found.assigneeId),
                  externalLink: toFieldValue(found.externalLink),
                }}
                colleagues={colleagues}
              />
            </Card>
          )}
          <CaseFacts found={found} />
          {mayUpdate && (
            <Card isFlush>
              <Disclosure title={t("escalate")} description={t("escalateHint")}>
                <EscalateForm
                  id={found.id}
                  admins={colleagues.filter(({ role }) => role === "admin")}
                />
                {paths.rows.length > 0 && (
                  <div className="mt-5 flex flex-col gap-2 text-sm">
                    <p className="font-medium text-ink">{t("escalationPath")}</p>
                    {paths.rows.map((entry) => (
                      <Link
                        key={entry.id}
                        href={`/handbook/${entry.id}`}
                        className="text-accent hover:underline"
                      >
                        {entry.title}
                      </Link>
                    ))}
                  </div>
                )}
              </Disclosure>
            </Card>
          )}
        </div>
      </div>
    </ClientMessages>
  );
}
