import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { renderSVG } from "uqr";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireViewer } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { getOwnSecondFactors, offerTotp } from "@/lib/identity/second-factor/own-second-factors";
import {
  AddPasskeyForm,
  AddTotpForm,
  RemoveSecondFactorForm,
  ReplaceCodesForm,
} from "./second-factor-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("secondFactor"))("title") };
}

const outcomes = ["added", "removed"] as const;

type Props = { searchParams: Promise<{ saved?: string }> };

export default async function SecondFactorSettingsPage({ searchParams }: Props) {
  const { actor, pendingRequirement } = await requireViewer();
  const t = await getTranslations("secondFactor");
  const account = await getTranslations("account");
  const own = await withErrorPages(() => getOwnSecondFactors(actor, {}));
  const offer = await withErrorPages(() => offerTotp(actor, {}));
  const { saved } = await searchParams;
  const outcome = outcomes.find((candidate) => candidate === saved);
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={t("title")}
        description={t("description")}
        crumbs={[{ label: account("title"), href: "/account" }]}
      />
      <ClientMessages namespaces={["secondFactor"]}>
        <div className="flex flex-col gap-4">
          {pendingRequirement === "second-factor" && (
            <Notice tone="warning">{t("mustSetUp")}</Notice>
          )}
          {outcome && <Notice tone="success">{t(`saved.${outcome}`)}</Notice>}
          {own.factors.length > 0 && (
            <Card title={t("yours")}>
              <ul className="flex flex-col divide-y divide-line">
                {own.factors.map((factor) => (
                  <li
                    key={factor.id}
                    className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0"
                  >
                    <span className="min-w-0 flex-1 basis-52">
                      <span className="block truncate text-sm text-ink">{factor.name}</span>
                      <span className="block text-[13px] leading-5 text-ink-faint">
                        {t("lastUsed")} <Moment value={factor.lastUsedAt} fallback={t("never")} />
                      </span>
                    </span>
                    <Badge tone="success">{t(`kinds.${factor.kind}`)}</Badge>
                    <RemoveSecondFactorForm id={factor.id} />
                  </li>
                ))}
              </ul>
            </Card>
          )}
          <Card title={t("addApp")} description={t("addAppHint")}>
            <div className="grid items-start gap-6 sm:grid-cols-[12rem_1fr]">
              <div className="flex flex-col gap-3">
                {/* biome-ignore lint/performance/noImgElement: a drawing made here, nothing to optimise */}
                <img
                  src={`data:image/svg+xml;base64,${Buffer.from(renderSVG(offer.address)).toString("base64")}`}
                  alt={t("qrCode")}
                  width={192}
                  height={192}
                  className="rounded-lg border border-line bg-white p-2"
                />
                <p className="text-[13px] leading-5 text-ink-faint">{t("orType")}</p>
                <code className="font-mono text-[13px] break-all text-ink">{offer.secret}</code>
                <a href={offer.address} className="text-[13px] text-accent hover:underline">
                  {t("openApp")}
                </a>
              </div>
              <AddTotpForm sealed={offer.sealed} />
            </div>
          </Card>
          <Card title={t("addPasskey")} description={t("addPasskeyHint")}>
            <AddPasskeyForm />
          </Card>
          {own.factors.length > 0 && (
            <Card title={t("codes")} description={t("codesLeft", { count: own.recoveryCodesLeft })}>
              <ReplaceCodesForm />
            </Card>
          )}
        </div>
      </ClientMessages>
    </div>
  );
}
