import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/access/authorize";
import { readParameters } from "@/lib/core/lists/list-address";
import { getEndUser } from "@/lib/customers/end-users/get-end-user";
import { BuildingForm } from "../building-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("buildings"))("create") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A building of the end-user whom the address names, at their address unless said otherwise. */
export default async function NewBuildingPage({ searchParams }: Props) {
  const { actor } = await requireMember();
  if (!may(actor, "create", "building")) forbidden();
  const t = await getTranslations("buildings");
  const { user = "" } = readParameters(await searchParams);
  const owner = await withErrorPages(() => getEndUser(actor, { id: user }));
  const { streetAndNumber, streetAddInfo, zipCode, town, country } = owner.fields;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={t("create")}
        description={t("createHint", { name: owner.name })}
        crumbs={[
          { label: t("title"), href: "/buildings" },
          { label: owner.name, href: `/users/${owner.id}` },
        ]}
      />
      <Card>
        <ClientMessages namespaces={["buildings"]}>
          <BuildingForm
            userId={owner.id}
            values={{ streetAndNumber, streetAddInfo, zipCode, town, country }}
          />
        </ClientMessages>
      </Card>
    </div>
  );
}
