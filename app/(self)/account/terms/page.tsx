import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { TermsText } from "@/app/_server/terms-text";
import { requireViewer } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { getOwnTerms } from "@/lib/identity/terms/accept-terms";
import { AcceptTermsForm } from "./accept-terms-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("terms"))("title") };
}

export default async function OwnTermsPage() {
  const { actor } = await requireViewer();
  const t = await getTranslations("terms");
  const account = await getTranslations("account");
  const terms = await withErrorPages(() => getOwnTerms(actor, {}));
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-4">
      <PageHeader
        title={t("title")}
        description={t("version", { version: terms.version })}
        crumbs={[{ label: account("title"), href: "/account" }]}
      />
      {!terms.isAccepted && (
        <Notice tone="warning">
          {t("mustAccept")} {terms.summary}
        </Notice>
      )}
      {terms.isAccepted && <Notice tone="success">{t("accepted")}</Notice>}
      <Card>
        <TermsText terms={terms} />
      </Card>
      {!terms.isAccepted && (
        <Card>
          <ClientMessages namespaces={["terms"]}>
            <AcceptTermsForm version={terms.version} />
          </ClientMessages>
        </Card>
      )}
    </div>
  );
}
