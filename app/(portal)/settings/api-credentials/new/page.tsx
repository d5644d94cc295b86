import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/access/authorize";
import { CreateApiClientForm } from "./create-api-client-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("apiCredentials"))("create") };
}

export default async function NewApiClientPage() {
  const { actor } = await requireMember();
  if (!may(actor, "create", "api-credentials")) forbidden();
  const t = await getTranslations("apiCredentials");
  const settings = await getTranslations("settings");
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t("create")}
        description={t("createHint")}
        crumbs={[
          { label: settings("title"), href: "/settings" },
          { label: t("title"), href: "/settings/api-credentials" },
        ]}
      />
      <Card>
        <ClientMessages namespaces={["apiCredentials"]}>
          <CreateApiClientForm />
        </ClientMessages>
      </Card>
    </div>
  );
}
