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
import { EnergyContractForm } from "../energy-contract-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("contracts"))("create") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A contract of the end-user whom the address names, for the building it names. */
export default async function NewEnergyContractPage({ searchParams }: Props) {
  const { actor } = await requireMember();
  if (!may(actor, "create", "energy-contract")) forbidden();
  const t = await getTranslations("contracts");
  const { user = "", building = "" } = readParameters(await searchParams);
  const owner = await withErrorPages(() => getEndUser(actor, { id: user }));
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={t("create")}
        description={t("createHint", { name: owner.name })}
        crumbs={[{ label: owner.name, href: `/users/${owner.id}` }]}
      />
      <Card>
        <ClientMessages namespaces={["contracts"]}>
          <EnergyContractForm
            userId={owner.id}
            buildings={owner.buildings}
            values={{ buildingId: building, currencyEnergyPrice: "EUR" }}
          />
        </ClientMessages>
      </Card>
    </div>
  );
}
