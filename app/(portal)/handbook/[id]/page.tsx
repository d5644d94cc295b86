import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { getHandbookEntry } from "@/lib/team/handbook/get-handbook-entry";
import { ConfirmReadingForm, DeleteHandbookEntryForm } from "../handbook-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("handbook"))("title") };
}

type Props = { params: Promise<{ id: string }> };

export default async function HandbookEntryPage({ params }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("handbook");
  const entry = await withErrorPages(async () => getHandbookEntry(actor, await params));
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-4">
      <PageHeader
        title={entry.title}
        description={
          <>
            {t(`categories.${entry.category}`)} · {t(`audiences.${entry.audience}`)} ·{" "}
            {t("updated")} <Moment value={entry.updatedAt} as="day" />
          </>
        }
        crumbs={[{ label: t("title"), href: "/handbook" }]}
        actions={
          entry.mayWrite && <LinkButton href={`/handbook/${entry.id}/edit`}>{t("edit")}</LinkButton>
        }
      />
      <Card>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our renderer lets no HTML of the writer through */}
        <div className="prose" dangerouslySetInnerHTML={{ __html: entry.html }} />
      </Card>
      <ClientMessages namespaces={["handbook"]}>
        {entry.readAt ? (
          <Notice tone="success">
            {t("readOn")} <Moment value={entry.readAt} as="moment" />
            {entry.nextRequired && (
              <div className="mt-3">
                <LinkButton href={`/handbook/${entry.nextRequired.id}`} tone="primary" size="small">
                  {t("nextRequired", { title: entry.nextRequired.title })}
                </LinkButton>
              </div>
            )}
          </Notice>
        ) : (
          <Card
            title={t("reading")}
            description={t(entry.isRequired ? "requiredHint" : "freeHint")}
          >
            <ConfirmReadingForm id={entry.id} />
          </Card>
        )}
        {entry.mayWrite && (
          <Card title={t("revisions")} isFlush>
            {entry.revisions.map((revision) => (
              <Disclosure
                key={revision.id}
                title={t("revision", { number: revision.revision, title: revision.title })}
                description={revision.authorName}
              >
                <p className="mb-2 text-[13px] leading-5 text-ink-faint">
                  <Moment value={revision.createdAt} as="moment" />
                </p>
                <pre className="overflow-x-auto rounded-lg bg-sunken p-4 font-mono text-[13px] leading-5 whitespace-pre-wrap text-ink">
                  {revision.body}
                </pre>
              </Disclosure>
            ))}
            <Disclosure title={t("delete")} description={t("deleteHint")} isDangerous>
              <DeleteHandbookEntryForm id={entry.id} title={entry.title} />
            </Disclosure>
          </Card>
        )}
      </ClientMessages>
    </div>
  );
}
