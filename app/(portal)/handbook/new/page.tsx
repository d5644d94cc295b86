import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/access/authorize";
import { HandbookEntryForm } from "../handbook-entry-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("handbook"))("create") };
}

export default async function NewHandbookEntryPage() {
  const { actor } = await requireMember();
  if (!may(actor, "create", "handbook")) forbidden();
  const t = await getTranslations("handbook");
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={t("create")}
        description={t("createHint")}
        crumbs={[{ label: t("title"), href: "/handbook" }]}
      />
      <Card>
        <ClientMessages namespaces={["handbook"]}>
          <HandbookEntryForm />
        </ClientMessages>
      </Card>
    </div>
  );
}
