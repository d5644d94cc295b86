import { getTranslations } from "next-intl/server";
import { Badge, type Tone } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import type { listWebhookDeliveries } from "@/lib/platform/webhooks/read-webhooks";
import { ReplayForm, TestWebhookForm } from "./webhook-forms";

const tones = { queued: "info", delivered: "success", failed: "danger" } as const satisfies Record<
  string,
  Tone
>;

type DeliveriesProps = {
  webhookId: string;
  isEnabled: boolean;
  page: Awaited<ReturnType<typeof listWebhookDeliveries>>;
};

/** What was sent and how that went, with a button to send it again. */
export async function Deliveries({ webhookId, isEnabled, page }: DeliveriesProps) {
  const t = await getTranslations("webhooks");
  const address = (cursor: string) =>
    `/settings/webhooks/${webhookId}?cursor=${encodeURIComponent(cursor)}`;
  return (
    <Card
      title={t("deliveries")}
      description={t("deliveriesHint")}
      actions={isEnabled && <TestWebhookForm id={webhookId} />}
    >
      {page.rows.length === 0 ? (
        <p className="text-sm text-ink-soft">{t("noDeliveries")}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {page.rows.map((delivery) => (
            <li
              key={delivery.id}
              className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0"
            >
              <span className="min-w-0 flex-1 basis-60">
                <span className="flex flex-wrap items-center gap-2">
                  <code className="font-mono text-[13px] text-ink">{delivery.type}</code>
                  <Badge tone={tones[delivery.state]}>
                    {t(`deliveryStates.${delivery.state}`)}
                  </Badge>
                </span>
                <span className="block text-[13px] leading-5 text-ink-faint">
                  <Moment value={delivery.createdAt} as="moment" /> ·{" "}
                  {t("attempts", { count: delivery.attempts })}
                  {delivery.lastError && ` · ${delivery.lastError}`}
                  {delivery.state === "queued" && delivery.attempts > 0 && (
                    <>
                      {" "}
                      · {t("nextTry")} <Moment value={delivery.nextTryAt} as="moment" />
                    </>
                  )}
                </span>
                <details className="mt-1 text-[13px]">
                  <summary className="w-fit text-accent hover:underline">{t("message")}</summary>
                  <pre className="mt-1 rounded-lg bg-sunken p-3 text-xs break-all whitespace-pre-wrap text-ink-soft">
                    {JSON.stringify(delivery.data, null, 2)}
                  </pre>
                </details>
              </span>
              {isEnabled && (
                <ReplayForm id={webhookId} deliveryId={delivery.id} type={delivery.type} />
              )}
            </li>
          ))}
        </ul>
      )}
      {(page.previous || page.next) && (
        <nav aria-label={t("pages")} className="mt-4 flex justify-end gap-2">
          {page.previous && (
            <LinkButton href={address(page.previous)} size="small">
              {t("newer")}
            </LinkButton>
          )}
          {page.next && (
            <LinkButton href={address(page.next)} size="small">
              {t("older")}
            </LinkButton>
          )}
        </nav>
      )}
    </Card>
  );
}
