import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import type { listMoves } from "@/lib/devices/moves/scheduled-moves";

type Move = Awaited<ReturnType<typeof listMoves>>[number];

type Props = {
  moves: Move[];
  /** On the page of a building its name need not be said. */
  isOfBuilding?: boolean;
  /** What can be done about one that is ahead. */
  action?: ReactNode;
};

/** Buildings that are to be handed over on a day that is ahead, and those for which that came to nothing. */
export function ScheduledMoves({ moves, isOfBuilding = false, action }: Props) {
  const t = useTranslations("buildings.moves");
  const format = useFormatter();
  if (moves.length === 0) return null;
  return (
    <Card title={t("title")}>
      <ul className="flex flex-col gap-3 text-sm text-ink">
        {moves.map((move) => {
          const words = {
            day: format.dateTime(new Date(move.firstDay), { dateStyle: "medium", timeZone: "UTC" }),
            newOwner: () => <NewOwner {...move.newOwner} />,
            building: () => <MovedBuilding {...move.building} />,
          };
          return (
            <li key={move.id} className="flex flex-col gap-2">
              {move.state === "failed" ? (
                <p>
                  {t.rich(isOfBuilding ? "failed" : "failedOf", words)}
                  {move.failure && (
                    <span className="block text-ink-soft">{t(`failures.${move.failure}`)}</span>
                  )}
                </p>
              ) : (
                <>
                  <p>{t.rich(isOfBuilding ? "scheduled" : "scheduledFrom", words)}</p>
                  {action}
                </>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function NewOwner({ id, name, isGone }: Move["newOwner"]) {
  const t = useTranslations("buildings.moves");
  if (isGone) return t("gone");
  return (
    <Link href={`/users/${id}`} className="text-accent hover:underline">
      {name}
    </Link>
  );
}

function MovedBuilding({ id, name, isGone }: Move["building"]) {
  if (isGone) return name;
  return (
    <Link href={`/buildings/${id}`} className="text-accent hover:underline">
      {name}
    </Link>
  );
}
