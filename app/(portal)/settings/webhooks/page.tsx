import { Plus, Webhook } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { WebhookBadge } from "@/components/webhooks/webhook-badge";
import { listWebhooks } from "@/lib/platform/webhooks/read-webhooks";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("webhooks"))("title") };
}

/** The organization's webhooks: twenty at most, so that one page shows them all. */
export default async function WebhooksPage() {
  const { actor } = await requireMember();
  const t = await getTranslations("webhooks");
  const settings = await getTranslations("settings");
  const webhooks = await withErrorPages(() => listWebhooks(actor, {}));
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        crumbs={[{ label: settings("title"), href: "/settings" }]}
        actions={
          <LinkButton href="/settings/webhooks/new" tone="primary">
            <Plus aria-hidden className="size-4" />
            {t("create")}
          </LinkButton>
        }
      />
      <Card isFlush>
        {webhooks.length === 0 ? (
          <EmptyState icon={Webhook} title={t("empty")}>
            {t("emptyHint")}
          </EmptyState>
        ) : (
          <ul className="-mt-3 divide-y divide-line">
            {webhooks.map((webhook) => (
              <li
                key={webhook.id}
                className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-4"
              >
                <span className="min-w-0 flex-1 basis-64">
                  <Link
                    href={`/settings/webhooks/${webhook.id}`}
                    className="text-sm font-medium text-ink hover:underline"
                  >
                    {webhook.name}
                  </Link>
                  <span className="block truncate text-[13px] text-ink-faint">{webhook.url}</span>
                </span>
                <span className="text-[13px] text-ink-soft">
                  {t("eventCount", { count: webhook.events.length })}
                </span>
                <WebhookBadge state={webhook.state} />
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}
