import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { ApiClientBadge } from "@/components/api-credentials/api-client-badge";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Disclosure } from "@/components/ui/disclosure";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { listApiCalls } from "@/lib/identity/api-credentials/api-calls";
import { getApiClient } from "@/lib/identity/api-credentials/read-api-clients";
import { RevokeApiClientForm, RotateSecretForm } from "./api-client-forms";
import { ExampleCall } from "./example-call";
import { LastCalls } from "./last-calls";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("apiCredentials"))("title") };
}

type Props = { params: Promise<{ id: string }> };

export default async function ApiClientPage({ params }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("apiCredentials");
  const settings = await getTranslations("settings");
  const client = await withErrorPages(async () => getApiClient(actor, await params));
  const calls = await withErrorPages(() => listApiCalls(actor, { id: client.id }));
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <PageHeader
        title={client.name}
        badge={<ApiClientBadge {...client} />}
        crumbs={[
          { label: settings("title"), href: "/settings" },
          { label: t("title"), href: "/settings/api-credentials" },
        ]}
      />
      {client.isRotationDue && client.state === "active" && (
        <Notice tone="warning">{t("rotationDueHint")}</Notice>
      )}
      <Card title={t("details")}>
        <DescriptionList
          items={[
            {
              label: t("identifier"),
              value: <code className="font-mono text-[13px] break-all">{client.identifier}</code>,
            },
            { label: t("scopes"), value: client.scopes.join(", ") },
            { label: t("owner"), value: client.ownerName },
            {
              label: t("allowedAddresses"),
              value: client.allowedAddresses.join(", ") || t("anyAddress"),
            },
            {
              label: t("expires"),
              value: <Moment value={client.expiresAt} as="moment" fallback={t("never")} />,
            },
            {
              label: t("lastUsed"),
              value: <Moment value={client.lastUsedAt} fallback={t("never")} />,
            },
            { label: t("created"), value: <Moment value={client.createdAt} as="moment" /> },
          ]}
        />
      </Card>
      <Card title={t("secrets")}>
        <ul className="flex flex-col divide-y divide-line">
          {client.secrets.map((secret) => (
            <li
              key={secret.id}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3 first:pt-0 last:pb-0"
            >
              <span className="min-w-0 flex-1 basis-52">
                <code className="font-mono text-sm text-ink">{secret.prefix}…</code>
                <span className="block text-[13px] leading-5 text-ink-faint">
                  {t("created")} <Moment value={secret.createdAt} as="moment" />
                  {secret.expiresAt && (
                    <>
                      {" "}
                      · {t("worksUntil")} <Moment value={secret.expiresAt} as="moment" />
                    </>
                  )}
                </span>
              </span>
              <Badge tone={secret.isGood ? "success" : "neutral"}>
                {t(secret.isGood ? "states.active" : "states.expired")}
              </Badge>
            </li>
          ))}
        </ul>
      </Card>
      {client.state === "active" && <ExampleCall {...client} />}
      <LastCalls calls={calls} />
      {!client.revokedAt && (
        <ClientMessages namespaces={["apiCredentials"]}>
          <Card isFlush title={t("manage")}>
            <Disclosure title={t("rotate")} description={t("rotateHint")}>
              <RotateSecretForm id={client.id} />
            </Disclosure>
            <Disclosure title={t("revoke")} description={t("revokeHint")} isDangerous>
              <RevokeApiClientForm id={client.id} name={client.name} />
            </Disclosure>
          </Card>
        </ClientMessages>
      )}
    </div>
  );
}
