import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/access/authorize";
import { ComparisonForm } from "./comparison-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("team"))("comparison.title") };
}

export default async function ComparisonPage() {
  const { actor } = await requireMember();
  if (!may(actor, "update", "admin")) forbidden();
  const t = await getTranslations("team");
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={t("comparison.title")}
        description={t("comparison.description")}
        crumbs={[{ label: t("title"), href: "/team" }]}
      />
      <Card>
        <ClientMessages namespaces={["team"]}>
          <ComparisonForm />
        </ClientMessages>
      </Card>
    </div>
  );
}
