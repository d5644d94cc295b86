import { Download } from "lucide-react";
import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { buttonClasses } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/access/authorize";
import { waitingDays } from "@/lib/operations/organization-data/delete-organization";
import { getOrganizationSettings } from "@/lib/organization/settings/organization-settings";
import { CancelDeletionForm, RequestDeletionForm } from "./deletion-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organizationData"))("title") };
}

const outcomes = ["requested", "cancelled"] as const;

type Props = { searchParams: Promise<{ saved?: string }> };

export default async function DataPage({ searchParams }: Props) {
  const { actor } = await requireMember();
  if (!may(actor, "update", "organization-settings")) forbidden();
  const t = await getTranslations("organizationData");
  const format = await getFormatter();
  const { name, deletionDueAt } = await withErrorPages(() => getOrganizationSettings(actor, {}));
  const { saved } = await searchParams;
  const outcome = outcomes.find((candidate) => candidate === saved);
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <PageHeader title={t("title")} description={t("description")} />
      {outcome && <Notice tone="success">{t(outcome)}</Notice>}
      <Card title={t("export")} description={t("exportHint")}>
        <a href="/settings/data/export" download className={buttonClasses({})}>
          <Download aria-hidden className="size-4" />
          {t("exportButton")}
        </a>
      </Card>
      <Card title={t("delete")} description={t("deleteHint", { days: String(waitingDays) })}>
        <ClientMessages namespaces={["organizationData"]}>
          {deletionDueAt ? (
            <div className="flex flex-col gap-4">
              <Notice tone="danger">
                {t("pending", { moment: format.dateTime(deletionDueAt, "exact") })}
              </Notice>
              <CancelDeletionForm />
            </div>
          ) : (
            <RequestDeletionForm name={name} days={waitingDays} />
          )}
        </ClientMessages>
      </Card>
    </div>
  );
}
