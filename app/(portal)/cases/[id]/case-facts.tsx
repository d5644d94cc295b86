import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Moment } from "@/components/ui/moment";

type Props = {
  found: {
    createdAt: Date;
    firstAnsweredAt: Date | null;
    solvedAt: Date | null;
    escalatedAt: Date | null;
  };
};

const hour = 3_600_000;

/** How long things took in a case. */
export function CaseFacts({ found }: Props) {
  const t = useTranslations("cases");
  const after = (end: Date | null) => {
    if (!end) return t("notYet");
    const hours = Math.floor((end.getTime() - found.createdAt.getTime()) / hour);
    return hours >= 48 ? t("days", { days: Math.floor(hours / 24) }) : t("hours", { hours });
  };
  return (
    <Card>
      <DescriptionList
        items={[
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
