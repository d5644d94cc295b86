import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/access/authorize";
import { CreateWebhookForm } from "./create-webhook-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("webhooks"))("create") };
}

export default async function NewWebhookPage() {
  const { actor } = await requireMember();
  if (!may(actor, "create", "webhook")) forbidden();
  const t = await getTranslations("webhooks");
  const settings = await getTranslations("settings");
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t("create")}
        description={t("createHint")}
        crumbs={[
          { label: settings("title"), href: "/settings" },
          { label: t("title"), href: "/settings/webhooks" },
        ]}
      />
      <Card>
        <ClientMessages namespaces={["webhooks"]}>
          <CreateWebhookForm />
        </ClientMessages>
      </Card>
    </div>
  );
}
