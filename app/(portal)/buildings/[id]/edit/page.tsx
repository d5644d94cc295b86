import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/access/authorize";
import { getBuilding } from "@/lib/customers/buildings/get-building";
import { BuildingForm } from "../../building-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("buildings"))("edit") };
}

type Props = { params: Promise<{ id: string }> };

export default async function EditBuildingPage({ params }: Props) {
  const { actor } = await requireMember();
  if (!may(actor, "update", "building")) forbidden();
  const t = await getTranslations("buildings");
  const building = await withErrorPages(async () => getBuilding(actor, await params));
  const values = Object.fromEntries(
    Object.entries(building.fields).map(([name, value]) => [
      name,
      typeof value === "number" ? String(value) : value,
    ]),
  );
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={t("edit")}
        crumbs={[
          { label: t("title"), href: "/buildings" },
          { label: building.name, href: `/buildings/${building.id}` },
        ]}
      />
      <Card>
        <ClientMessages namespaces={["buildings"]}>
          <BuildingForm existing={{ id: building.id, version: building.version }} values={values} />
        </ClientMessages>
      </Card>
    </div>
  );
}
