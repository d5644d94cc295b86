import { CircleCheck, Cpu } from "lucide-react";
import { getFormatter, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { type ListParameters, listAddress } from "@/lib/core/lists/list-address";
import type { getFleet } from "@/lib/support/fleet/get-fleet";
import { MoreLink, Row } from "../dashboard/board-list";

type Fleet = Awaited<ReturnType<typeof getFleet>>;

const listOf = (parameters: ListParameters) => listAddress("/devices", parameters);

/** The list of devices that are disconnected, those of today first. */
const disconnected = { connection: "disconnected", sort: "waiting", direction: "desc" };

/** How many devices lost their connection today, and whose they are. */
export async function NewlyDisconnected({ lost }: { lost: Fleet["newlyDisconnected"] }) {
  const t = await getTranslations("fleet");
  const lists = await getTranslations("lists");
  const format = await getFormatter();
  const number = format.number(lost.count);
  return (
    <Card
      title={t("newlyDisconnected")}
      description={t("newlyHint")}
      actions={
        <span className="text-2xl leading-9 font-semibold tracking-tight text-ink tabular-nums">
          {lost.isMore ? lists("overLimit", { number }) : number}
        </span>
      }
      isFlush
    >
      {lost.count === 0 ? (
        <EmptyState icon={CircleCheck} title={t("noneNewly")} />
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {lost.manufacturers.map(({ manufacturer, count }) => (
            <Row key={manufacturer} href={listOf({ ...disconnected, manufacturer })}>
              <span className="truncate text-sm font-medium text-ink">{manufacturer}</span>
              <span className="ml-auto text-sm text-ink-soft tabular-nums">
                {format.number(count)}
              </span>
            </Row>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** The manufacturers with most devices. */
export async function Manufacturers({ rows }: { rows: Fleet["manufacturers"] }) {
  const t = await getTranslations("fleet");
  const format = await getFormatter();
  return (
    <Card
      title={t("manufacturers")}
      description={t("manufacturersHint")}
      actions={<MoreLink href="/devices?sort=model&direction=asc">{t("all")}</MoreLink>}
      className="self-start"
      isFlush
    >
      {rows.length === 0 ? (
        <EmptyState icon={Cpu} title={t("noDevices")} />
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {rows.map(({ manufacturer, count, connected }) => (
            <Row key={manufacturer} href={listOf({ manufacturer })}>
              <span className="min-w-0">
                <span className="block truncate text-sm leading-5 font-medium text-ink">
                  {manufacturer}
                </span>
                <span className="block text-[13px] leading-5 text-ink-faint">
                  {t("ofConnected", {
                    share: format.number(connected / count, { style: "percent" }),
                  })}
                </span>
              </span>
              <span className="ml-auto text-sm text-ink-soft tabular-nums">
                {format.number(count)}
              </span>
            </Row>
          ))}
        </ul>
      )}
    </Card>
  );
}
