import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/access/authorize";
import { EndUserForm } from "../end-user-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("users"))("create") };
}

export default async function NewEndUserPage() {
  const { actor } = await requireMember();
  if (!may(actor, "create", "end-user")) forbidden();
  const t = await getTranslations("users");
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={t("create")}
        description={t("createHint")}
        crumbs={[{ label: t("title"), href: "/users" }]}
      />
      <Card>
        <ClientMessages namespaces={["users"]}>
          <EndUserForm />
        </ClientMessages>
      </Card>
    </div>
  );
}
