import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/access/authorize";
import { getEndUser } from "@/lib/customers/end-users/get-end-user";
import { EndUserForm } from "../../end-user-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("users"))("edit") };
}

type Props = { params: Promise<{ id: string }> };

export default async function EditEndUserPage({ params }: Props) {
  const { actor } = await requireMember();
  if (!may(actor, "update", "end-user")) forbidden();
  const t = await getTranslations("users");
  const endUser = await withErrorPages(async () => getEndUser(actor, await params));
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={t("edit")}
        crumbs={[
          { label: t("title"), href: "/users" },
          { label: endUser.name, href: `/users/${endUser.id}` },
        ]}
      />
      <Card>
        <ClientMessages namespaces={["users"]}>
          <EndUserForm
            existing={{
              id: endUser.id,
              version: endUser.version,
              values: endUser.fields,
            }}
          />
        </ClientMessages>
      </Card>
    </div>
  );
}
