import { KeyRound } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { redirectToPendingRequirement, requireViewer } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { environment } from "@/lib/core/env";
import { listPersonalTokens } from "@/lib/identity/api-credentials/personal-tokens";
import { mcpPath } from "@/partner-api/base";
import { CreateTokenForm, RevokeTokenForm } from "./token-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("personalTokens"))("title") };
}

type Props = { searchParams: Promise<{ saved?: string }> };

/** The viewer's own keys to the API. */
export default async function PersonalTokensPage({ searchParams }: Props) {
  const { actor, ...viewer } = await requireViewer();
  redirectToPendingRequirement(viewer);
  const t = await getTranslations("personalTokens");
  const account = await getTranslations("account");
  const tokens = await withErrorPages(() => listPersonalTokens(actor, {}));
  const { saved } = await searchParams;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={t("title")}
        description={t("description")}
        crumbs={[{ label: account("title"), href: "/account" }]}
      />
      <ClientMessages namespaces={["personalTokens"]}>
        <div className="flex flex-col gap-4">
          {saved === "revoked" && <Notice tone="success">{t("revoked")}</Notice>}
          <Card title={t("yours")}>
            {tokens.length === 0 ? (
              <EmptyState icon={KeyRound} title={t("empty")}>
                {t("emptyHint")}
              </EmptyState>
            ) : (
              <ul className="flex flex-col divide-y divide-line">
                {tokens.map((token) => (
                  <li
                    key={token.id}
                    className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0"
                  >
                    <span className="min-w-0 flex-1 basis-52">
                      <span className="block truncate text-sm font-medium text-ink">
                        {token.name}{" "}
                        <code className="font-mono text-[13px] font-normal text-ink-faint">
                          …{token.ending}
                        </code>
                      </span>
                      <span className="block text-[13px] leading-5 text-ink-faint">
                        {t(`accesses.${isWriting(token.scopes) ? "write" : "read"}`)} ·{" "}
                        {t("worksUntil")} <Moment value={token.expiresAt} as="moment" /> ·{" "}
                        {t("lastUsed")} <Moment value={token.lastUsedAt} fallback={t("never")} />
                      </span>
                    </span>
                    <RevokeTokenForm id={token.id} name={token.name} />
                  </li>
                ))}
              </ul>
            )}
          </Card>
          <Card title={t("create")} description={t("createHint")}>
            <CreateTokenForm />
          </Card>
          <p className="text-[13px] text-ink-faint">
            <Link href="/api/partners/v2.0/docs" className="text-accent hover:underline">
              {t("reference")}
            </Link>
          </p>
          <p className="text-[13px] break-words text-ink-faint">
            {t("assistants", { address: `${environment().BASE_URL}${mcpPath}` })}
          </p>
        </div>
      </ClientMessages>
    </div>
  );
}

const isWriting = (scopes: string[]) => scopes.some((scope) => scope.endsWith(":write"));
