import { FileText } from "lucide-react";
import { getFormatter, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";

type Contract = {
  id: string;
  buildingId: string | null;
  meterId: string | null;
  supplier: string | null;
  energyContractType: "spot_hourly" | "monthly" | "yearly" | null;
  energyPrices: { price: number; timestamp: string }[];
  currencyEnergyPrice: string | null;
  energyPriceIncludesExternalComponents: boolean | null;
};

type Props = { contracts: Contract[]; buildings: { id: string; name: string }[] };

export async function ContractList({ contracts, buildings }: Props) {
  const t = await getTranslations("contracts");
  const format = await getFormatter();
  const price = (contract: Contract) => {
    const latest = contract.energyPrices.at(-1);
    if (!latest || !contract.currencyEnergyPrice) return null;
    const amount = format.number(latest.price, {
      style: "currency",
      currency: contract.currencyEnergyPrice,
      maximumFractionDigits: 4,
    });
    return t("perKwh", { amount });
  };
  return (
    <Card title={t("title")} isFlush={contracts.length === 0}>
      {contracts.length === 0 ? (
        <EmptyState icon={FileText} title={t("none")} />
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {contracts.map((contract) => (
            <li key={contract.id} className="py-4 first:pt-0 last:pb-0">
              <DescriptionList
                items={[
                  { label: t("supplier"), value: contract.supplier },
                  {
                    label: t("type"),
                    value: contract.energyContractType && t(`types.${contract.energyContractType}`),
                  },
                  { label: t("meter"), value: contract.meterId },
                  {
                    label: t("building"),
                    value:
                      buildings.find((building) => building.id === contract.buildingId)?.name ??
                      t("allBuildings"),
                  },
                  { label: t("price"), value: price(contract) },
                  {
                    label: t("includesFees"),
                    value:
                      contract.energyPriceIncludesExternalComponents === null
                        ? null
                        : contract.energyPriceIncludesExternalComponents
                          ? t("yes")
                          : t("no"),
                  },
                ]}
              />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
