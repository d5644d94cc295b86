import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import type { OwnedRecords } from "@/lib/team/members/list-owned-resources";
import type { prepareDeparture } from "@/lib/team/members/read-departures";
import { OwnedList } from "./owned-list";

type Props = { member: Awaited<ReturnType<typeof prepareDeparture>> };

const complete = <Row,>(rows: Row[]): OwnedRecords<Row> => ({
  rows,
  total: { count: rows.length, isMore: false },
});

/** What ends with the removal, which secrets the member knows, and what stays as it is. */
export function EndingAccess({ member: { id, ownedResources } }: Props) {
  const t = useTranslations("team");
  const { personalTokens, handbookEntries, seenClients, seenWebhooks } = ownedResources;
  const secrets = [
    ...seenClients.map((client) => ({ ...client, href: `/settings/api-credentials/${client.id}` })),
    ...seenWebhooks.map((webhook) => ({ ...webhook, href: `/settings/webhooks/${webhook.id}` })),
    ...(ownedResources.hasSeenStreamSecret
      ? [{ id: "audit-stream", name: t("auditStream"), href: "/settings/audit-stream" }]
      : []),
  ];
  return (
    <Card title={t("otherAccess")}>
      <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        <Described label={t("endingAccess")}>
          <ul className="flex flex-col gap-1 text-sm leading-6 text-ink">
            <li>{t("sessionCount", { count: ownedResources.sessions })}</li>
            <li>{t("secondFactorCount", { count: ownedResources.secondFactors })}</li>
            <li>{t("privateViewCount", { count: ownedResources.privateViews.count })}</li>
          </ul>
        </Described>
        {personalTokens.rows.length > 0 && (
          <Described label={t("endingTokens", { count: personalTokens.total.count })}>
            <OwnedList
              owned={personalTokens}
              hrefOf={(token) => `/audit-log?targetId=${token.id}`}
              allHref={`/audit-log?actorId=${id}&action=personal-token.created`}
            >
              {({ name }) => name}
            </OwnedList>
          </Described>
        )}
        {secrets.length > 0 && (
          <Described label={t("secretsToRotate")}>
            <OwnedList owned={complete(secrets)} hrefOf={({ href }) => href}>
              {({ name }) => name}
            </OwnedList>
          </Described>
        )}
        {handbookEntries.rows.length > 0 && (
          <Described label={t("remainingEntries", { count: handbookEntries.total.count })}>
            <OwnedList
              owned={handbookEntries}
              hrefOf={(entry) => `/handbook/${entry.id}`}
              allHref="/handbook"
            >
              {({ title }) => title}
            </OwnedList>
          </Described>
        )}
      </dl>
    </Card>
  );
}

function Described({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="mb-1.5 text-sm font-medium text-ink">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
