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
import { CaseEntries } from "./case-entries";
import { CaseFacts } from "./case-facts";
import { CaseAnswerForm, CaseDetailsForm, CaseNoteForm, EscalateForm } from "./case-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cases"))("one") };
}

type Props = { params: Promise<{ id: string }> };

export default async function CasePage({ params }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("cases");
  const id = cleanLinkPart((await params).id);
  const found = await withErrorPages(() => getCase(actor, { id }));
  const colleagues = await withErrorPages(() => listColleagues(actor, {}));
  const templates = await withErrorPages(() => listAnswerTemplates(actor, {}));
  const paths = await withErrorPages(() => listHandbookEntries(actor, { category: "escalation" }));
  const mayUpdate = may(actor, "update", "case");
  const latest = found.entries.at(-1)?.id ?? "";
  return (
    <ClientMessages namespaces={["cases"]}>
      <PageHeader
        title={`#${found.number} ${found.subject}`}
        description={found.customer?.name}
        badge={<CaseStateBadge state={found.state} />}
        crumbs={[{ label: t("title"), href: "/cases" }]}
      />
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <div className="flex min-w-0 flex-col gap-4 lg:col-span-2">
          <Card title={t("history")}>
            <CaseEntries entries={found.entries} colleagues={colleagues} />
          </Card>
          {mayUpdate && found.customer && (
            <Card title={t("answer")}>
              <CaseAnswerForm id={found.id} latest={latest} templates={templates} />
            </Card>
          )}
          {mayUpdate && (
            <Card title={t("addNote")}>
              <CaseNoteForm id={found.id} latest={latest} colleagues={colleagues} />
            </Card>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <CaseFacts found={found} />
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
