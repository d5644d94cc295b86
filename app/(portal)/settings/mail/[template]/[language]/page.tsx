import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { getMailText } from "@/lib/platform/mail/mail-texts";
import { MailTextForm, ResetMailTextForm } from "../../mail-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mailSettings"))("title") };
}

type Props = { params: Promise<{ template: string; language: string }> };

export default async function MailTextPage({ params }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("mailSettings");
  const languages = await getTranslations("languages");
  const settings = await getTranslations("settings");
  const text = await withErrorPages(async () => getMailText.from(actor, await params));
  const { template, language, subject, body, closing } = text;
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <PageHeader
        title={`${t(`templates.${template}`)} · ${languages(language)}`}
        crumbs={[
          { label: settings("title"), href: "/settings" },
          { label: t("title"), href: "/settings/mail" },
        ]}
      />
      <ClientMessages namespaces={["mailSettings"]}>
        <Card>
          <MailTextForm
            template={template}
            language={language}
            values={{ subject, body, closing }}
            placeholders={text.placeholders}
          />
        </Card>
        {text.isOwn && (
          <Card title={t("reset")}>
            <ResetMailTextForm template={template} language={language} />
          </Card>
        )}
      </ClientMessages>
    </div>
  );
}
