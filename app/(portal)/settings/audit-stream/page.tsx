import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { toFieldValue } from "@/components/form/field-value";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { getAuditStream } from "@/lib/platform/audit-stream/audit-stream";
import { AuditStreamForm, RemoveAuditStreamForm } from "./audit-stream-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auditStream"))("title") };
}

export default async function AuditStreamPage() {
  const { actor } = await requireMember();
  const t = await getTranslations("auditStream");
  const format = await getFormatter();
  const stream = await withErrorPages(() => getAuditStream(actor, {}));
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <PageHeader title={t("title")} description={t("description")} />
      {stream?.rotationDueSince && <Notice tone="warning">{t("rotationDue")}</Notice>}
      {stream && (
        <Card title={t("state")}>
          {stream.lastError && (
            <div className="mb-4">
              <Notice tone="danger">
                {t("failing", { failures: stream.failures, reason: stream.lastError })}{" "}
                {t("nextTry")} <Moment value={stream.nextTryAt} as="moment" />
              </Notice>
            </div>
          )}
          <DescriptionList
            items={[
              { label: t("url"), value: <span className="break-all">{stream.url}</span> },
              {
                label: t("delivered"),
                value: t("deliveredOf", {
                  delivered: format.number(stream.deliveredSequence),
                  all: format.number(stream.sequence),
                }),
              },
              {
                label: t("lastDelivery"),
                value: <Moment value={stream.deliveredAt} fallback={t("never")} />,
              },
            ]}
          />
        </Card>
      )}
      <ClientMessages namespaces={["auditStream"]}>
        <Card
          title={t(stream ? "replaceTitle" : "address")}
          description={stream ? t("replaceHint") : undefined}
        >
          <AuditStreamForm key={stream?.url} url={toFieldValue(stream?.url)} />
        </Card>
        {stream && (
          <Card title={t("stop")} description={t("stopHint")}>
            <RemoveAuditStreamForm />
          </Card>
        )}
      </ClientMessages>
    </div>
  );
}
