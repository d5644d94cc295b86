import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { WebhookBadge } from "@/components/webhooks/webhook-badge";
import { getWebhook, listWebhookDeliveries } from "@/lib/platform/webhooks/read-webhooks";
import { Deliveries } from "./deliveries";
import { DeleteWebhookForm, RotateWebhookSecretForm, UpdateWebhookForm } from "./webhook-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("webhooks"))("title") };
}

const outcomes = ["changed", "tested", "replayed"] as const;

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ saved?: string; cursor?: string }>;
};

export default async function WebhookPage({ params, searchParams }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("webhooks");
  const settings = await getTranslations("settings");
  const { id } = await params;
  const { saved, cursor } = await searchParams;
  const webhook = await withErrorPages(() => getWebhook(actor, { id }));
  const page = await withErrorPages(() =>
    listWebhookDeliveries(actor, { id, cursor: cursor || undefined }),
  );
  const outcome = outcomes.find((candidate) => candidate === saved);
  const isEnabled = webhook.disabledAt === null;
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <PageHeader
        title={webhook.name}
        badge={<WebhookBadge state={webhook.state} />}
        crumbs={[
          { label: settings("title"), href: "/settings" },
          { label: t("title"), href: "/settings/webhooks" },
        ]}
      />
      {outcome && <Notice tone="success">{t(`saved.${outcome}`)}</Notice>}
      {webhook.rotationDueSince && <Notice tone="warning">{t("rotationDue")}</Notice>}
      {webhook.state === "failing" && (
        <Notice tone="warning">
          {t("failingSince")} <Moment value={webhook.failingSince} as="moment" />
        </Notice>
      )}
      {webhook.oldSecretUntil && (
        <Notice tone="info">
          {t("oldSecretUntil")} <Moment value={webhook.oldSecretUntil} as="moment" />
        </Notice>
      )}
      <ClientMessages namespaces={["webhooks"]}>
        <Deliveries webhookId={webhook.id} isEnabled={isEnabled} page={page} />
        <Card isFlush title={t("manage")}>
          <Disclosure title={t("change")} description={webhook.url}>
            <UpdateWebhookForm
              key={webhook.version}
              webhook={{
                id: webhook.id,
                version: webhook.version,
                name: webhook.name,
                url: webhook.url,
                events: webhook.events,
                includesRecord: webhook.includesRecord,
                isEnabled,
              }}
            />
          </Disclosure>
          <Disclosure title={t("rotate")} description={t("rotateHint")}>
            <RotateWebhookSecretForm id={webhook.id} />
          </Disclosure>
          <Disclosure title={t("delete")} description={t("deleteHint")} isDangerous>
            <DeleteWebhookForm id={webhook.id} />
          </Disclosure>
        </Card>
      </ClientMessages>
    </div>
  );
}
