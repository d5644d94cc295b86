import { FileText } from "lucide-react";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";
import { formatMeterPoint } from "@/lib/core/validation/meter-point";
import { ContractPrices } from "./contract-prices";

type Contract = {
  id: string;
  buildingId: string | null;
  meterId: string | null;
  meteringKind: "household" | "heat_pump" | "feed_in" | null;
  supplier: string | null;
  energyContractType: "spot_hourly" | "monthly" | "yearly" | null;
  energyPrices: { price: number; timestamp: string }[];
  currencyEnergyPrice: string | null;
  energyPriceIncludesExternalComponents: boolean | null;
  validFrom: string | null;
  validUntil: string | null;
};

type Props = {
  contracts: Contract[];
  buildings: { id: string; name: string }[];
  /** Of the organization, by whose days prices change. */
  timeZone: string;
  /** Whether the viewer may change contracts. */
  isEditable?: boolean;
  /** Where the viewer may add one. */
  createHref?: string;
};

export async function ContractList({
  contracts,
  buildings,
  timeZone,
  isEditable,
  createHref,
}: Props) {
  const t = await getTranslations("contracts");
  const format = await getFormatter();
  const day = (value: string) =>
    format.dateTime(new Date(value), { dateStyle: "medium", timeZone: "UTC" });
  const validity = ({ validFrom, validUntil }: Contract) => {
    if (validFrom && validUntil) {
      return t("fromUntil", { from: day(validFrom), until: day(validUntil) });
    }
    if (validFrom) return t("since", { from: day(validFrom) });
    return validUntil && t("until", { until: day(validUntil) });
  };
  return (
    <Card
      title={t("title")}
      isFlush={contracts.length === 0}
      actions={
        createHref && (
          <LinkButton href={createHref} size="small">
            {t("create")}
          </LinkButton>
        )
      }
    >
      {contracts.length === 0 ? (
        <EmptyState icon={FileText} title={t("none")} />
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {contracts.map((contract) => (
            <li key={contract.id} className="py-4 first:pt-0 last:pb-0">
              <DescriptionList
                items={[
                  { label: t("fields.supplier"), value: contract.supplier },
                  {
                    label: t("fields.energyContractType"),
                    value: contract.energyContractType && t(`types.${contract.energyContractType}`),
                  },
                  {
                    label: t("fields.meterId"),
                    value: contract.meterId && formatMeterPoint(contract.meterId),
                  },
                  {
                    label: t("fields.meteringKind"),
                    value: contract.meteringKind && t(`kinds.${contract.meteringKind}`),
                  },
                  {
                    label: t("fields.buildingId"),
                    value: contract.buildingId
                      ? (buildings.find(({ id }) => id === contract.buildingId)?.name ??
                        t("formerBuilding"))
                      : t("allBuildings"),
                  },
                  { label: t("valid"), value: validity(contract) },
                  {
                    label: t("price"),
                    value: <ContractPrices contract={contract} timeZone={timeZone} />,
                  },
                  {
                    label: t("fields.energyPriceIncludesExternalComponents"),
                    value:
                      contract.energyPriceIncludesExternalComponents === null
                        ? null
                        : contract.energyPriceIncludesExternalComponents
                          ? t("yes")
                          : t("no"),
                  },
                ]}
              />
              {isEditable && (
                <Link
                  href={`/energy-contracts/${contract.id}/edit`}
                  className="mt-2 inline-flex min-h-6 items-center text-[13px] text-accent hover:underline"
                  aria-label={t("editOf", { supplier: contract.supplier ?? "–" })}
                >
                  {t("edit")}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
