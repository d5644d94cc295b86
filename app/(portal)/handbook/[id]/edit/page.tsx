import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/access/authorize";
import { getHandbookEntry } from "@/lib/team/handbook/get-handbook-entry";
import { HandbookEntryForm } from "../../handbook-entry-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("handbook"))("edit") };
}

type Props = { params: Promise<{ id: string }> };

export default async function EditHandbookEntryPage({ params }: Props) {
  const { actor } = await requireMember();
  if (!may(actor, "update", "handbook")) forbidden();
  const t = await getTranslations("handbook");
  const entry = await withErrorPages(async () => getHandbookEntry(actor, await params));
  const { title, body, category, audience, isRequired } = entry;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={t("edit")}
        crumbs={[
          { label: t("title"), href: "/handbook" },
          { label: title, href: `/handbook/${entry.id}` },
        ]}
      />
      <Card>
        <ClientMessages namespaces={["handbook"]}>
          <HandbookEntryForm
            existing={{
              id: entry.id,
              version: entry.version,
              values: { title, body, category, audience, isRequired },
            }}
          />
        </ClientMessages>
      </Card>
    </div>
  );
}
