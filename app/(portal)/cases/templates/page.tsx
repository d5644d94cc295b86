import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { PageHeader } from "@/components/ui/page-header";
import { listAnswerTemplates } from "@/lib/support/cases/answer-templates";
import { DeleteTemplateForm, TemplateForm } from "./template-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cases"))("templates") };
}

export default async function AnswerTemplatesPage() {
  const { actor } = await requireMember();
  const t = await getTranslations("cases");
  const templates = await withErrorPages(() => listAnswerTemplates(actor, {}));
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-4">
      <PageHeader
        title={t("templates")}
        description={t("templatesHint")}
        crumbs={[{ label: t("title"), href: "/cases" }]}
      />
      <ClientMessages namespaces={["cases"]}>
        <Card>
          <TemplateForm key={templates.map(({ id }) => id).join()} />
        </Card>
        <Card isFlush>
          {templates.length === 0 ? (
            <p className="px-5 pb-5 text-sm text-ink-faint">{t("noTemplates")}</p>
          ) : (
            templates.map((template) => (
              <Disclosure key={template.id} title={template.name}>
                <div className="flex flex-col gap-4">
                  <TemplateForm template={template} />
                  <DeleteTemplateForm id={template.id} />
                </div>
              </Disclosure>
            ))
          )}
        </Card>
      </ClientMessages>
    </div>
  );
}
