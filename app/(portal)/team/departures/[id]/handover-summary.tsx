import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import type { getDeparture } from "@/lib/team/members/read-departures";

type Props = { departure: Awaited<ReturnType<typeof getDeparture>> };

/** What went to whom when a member left. */
export function HandoverSummary({ departure }: Props) {
  const t = useTranslations("team");
  // Before each kind had its own new owner, one successor took over everything.
  const { successorName } = departure;
  const given = (what: string, owner: string | null) =>
    owner === null ? what : t("transferredTo", { what, owner });
  const counted = (count: number, owner: string | null) =>
    count === 0 ? null : given(String(count), owner ?? successorName);
  const clients = departure.handedOverClients.join(", ");
  const isWithoutOwner = !departure.caseOwnerName && !successorName;
  return (
    <DescriptionList
      items={[
        {
          label: t("handedOverCases"),
          value:
            departure.handedOverCases > 0 && isWithoutOwner
              ? t("leftUnassigned", { count: departure.handedOverCases })
              : counted(departure.handedOverCases, departure.caseOwnerName),
        },
        {
          label: t("handedOverClients"),
          value: clients && given(clients, departure.clientOwnerName ?? successorName),
        },
        { label: t("revokedClients"), value: departure.revokedClients.join(", ") },
        {
          label: t("handedOverViews"),
          value: counted(departure.handedOverViews, departure.viewOwnerName),
        },
        {
          label: t("handedOverAccessEnds"),
          value: counted(departure.handedOverAccessEnds, departure.accessOwnerName),
        },
      ]}
    />
  );
}
