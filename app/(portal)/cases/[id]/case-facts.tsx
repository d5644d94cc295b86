import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Moment } from "@/components/ui/moment";

type Named = { id: string; name: string } | null;

type Props = {
  found: {
    customer: Named;
    assignee: Named;
    devices: { id: string; manufacturer: string; model: string }[];
    createdAt: Date;
    firstAnsweredAt: Date | null;
    solvedAt: Date | null;
    escalatedAt: Date | null;
  };
};

const hour = 3_600_000;

/** Whom and what a case is about, and how long things took. */
export function CaseFacts({ found }: Props) {
  const t = useTranslations("cases");
  const after = (end: Date | null) => {
    if (!end) return t("notYet");
    const hours = Math.floor((end.getTime() - found.createdAt.getTime()) / hour);
    return hours >= 48 ? t("days", { days: Math.floor(hours / 24) }) : t("hours", { hours });
  };
  const { customer, assignee } = found;
  return (
    <Card>
      <DescriptionList
        items={[
          {
            label: t("customer"),
            value: customer && (
              <Link href={`/users/${customer.id}`} className="text-accent hover:underline">
                {customer.name}
              </Link>
            ),
          },
          { label: t("assignee"), value: assignee?.name ?? t("nobody") },
          ...(found.devices.length > 0
            ? [
                {
                  label: t("devices"),
                  value: found.devices.map((device) => (
                    <Link
                      key={device.id}
                      href={`/devices/${device.id}`}
                      className="block text-accent hover:underline"
                    >
                      {device.manufacturer} {device.model}
                    </Link>
                  )),
                },
              ]
            : []),
          { label: t("created"), value: <Moment value={found.createdAt} as="moment" /> },
          { label: t("timeToAnswer"), value: after(found.firstAnsweredAt) },
          { label: t("timeToSolve"), value: after(found.solvedAt) },
          ...(found.escalatedAt
            ? [{ label: t("escalated"), value: <Moment value={found.escalatedAt} /> }]
            : []),
        ]}
      />
    </Card>
  );
}
