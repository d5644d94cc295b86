import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { ContractPrices } from "@/components/end-users/contract-prices";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/access/authorize";
import { now } from "@/lib/core/clock";
import { formatMeterPoint } from "@/lib/core/validation/meter-point";
import { findPriceAt } from "@/lib/customers/energy-contracts/energy-prices";
import { getEnergyContract } from "@/lib/customers/energy-contracts/get-energy-contract";
import { DeleteEnergyContractForm, EnergyContractForm } from "../../energy-contract-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("contracts"))("edit") };
}

type Props = { params: Promise<{ id: string }> };

export default async function EditEnergyContractPage({ params }: Props) {
  const { actor, organization } = await requireMember();
  if (!may(actor, "update", "energy-contract")) forbidden();
  const t = await getTranslations("contracts");
  const contract = await withErrorPages(async () => getEnergyContract(actor, await params));
  const { supplier, meterId, buildingId, energyContractType, currencyEnergyPrice } = contract;
  const price = findPriceAt(contract.energyPrices, now())?.price;
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-4">
      <PageHeader
        title={t("edit")}
        crumbs={[{ label: contract.owner.name, href: `/users/${contract.owner.id}` }]}
      />
      <ClientMessages namespaces={["contracts"]}>
        <Card>
          <EnergyContractForm
            userId={contract.owner.id}
            existing={{ id: contract.id, version: contract.version }}
            buildings={contract.buildings}
            values={{
              supplier,
              meterId: meterId && formatMeterPoint(meterId),
              meteringKind: contract.meteringKind,
              buildingId,
              energyContractType,
              currencyEnergyPrice,
              energyPriceIncludesExternalComponents:
                contract.energyPriceIncludesExternalComponents ?? false,
              validFrom: contract.validFrom,
              validUntil: contract.validUntil,
              price: price === undefined ? null : String(price),
            }}
          />
        </Card>
        {contract.energyPrices.length > 0 && (
          <Card title={t("prices")}>
            <ContractPrices contract={contract} timeZone={organization.timeZone} />
          </Card>
        )}
        {may(actor, "delete", "energy-contract") && (
          <Card isFlush>
            <Disclosure title={t("delete")} description={t("deleteHint")} isDangerous>
              <DeleteEnergyContractForm id={contract.id} />
            </Disclosure>
          </Card>
        )}
      </ClientMessages>
    </div>
  );
}
