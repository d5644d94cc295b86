import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { getTerms } from "@/lib/identity/terms/publish-terms";
import { TermsText } from "../../../_server/terms-text";
import { PublishTermsForm } from "./publish-terms-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("terms"))("title") };
}

export default async function TermsSettingsPage() {
  const { actor } = await requireMember();
  const t = await getTranslations("terms");
  const { current, versions } = await withErrorPages(() => getTerms(actor, {}));
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <PageHeader title={t("title")} description={t("settingsHint")} />
      <Card isFlush title={t("versions")}>
        {versions.length === 0 && (
          <Disclosure title={t("version", { version: current.version })} description={t("builtIn")}>
            <TermsText terms={current} />
          </Disclosure>
        )}
        {versions.map((version) => (
          <Disclosure
            key={version.number}
            title={t("version", { version: String(version.number) })}
            description={version.summary}
          >
            <p className="mb-4 text-[13px] text-ink-faint">
              {version.publishedByName} · <Moment value={version.createdAt} as="moment" />
            </p>
            <TermsText terms={version} />
          </Disclosure>
        ))}
      </Card>
      <Card title={t("publish")} description={t("publishHint")}>
        <ClientMessages namespaces={["terms"]}>
          <PublishTermsForm
            after={versions[0]?.number ?? 0}
            values={{ textEn: current.textEn, textDe: current.textDe }}
          />
        </ClientMessages>
      </Card>
    </div>
  );
}
