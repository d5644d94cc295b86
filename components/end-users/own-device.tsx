import { CircleCheck, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ComponentProps, ReactNode } from "react";
import { DeviceReading } from "@/components/devices/device-now";
import { KindIcon } from "@/components/devices/kind-icon";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";
import { Moment } from "@/components/ui/moment";
import { now } from "@/lib/core/clock";
import {
  adviceOf,
  optimizationOf,
  remedyOf,
  type StatusOfOwnDevice,
  sinceOf,
} from "./own-device-status";

export type ShownOwnDevice = StatusOfOwnDevice & {
  id: string;
  manufacturer: string;
  model: string;
  isAuthenticated: boolean;
  areValuesStale: boolean;
  kindDetails: ComponentProps<typeof DeviceReading>["values"];
};

type Props = {
  device: ShownOwnDevice;
  /** What ends its problem, where it has one and the viewer may do it. */
  action?: ReactNode;
  /** Its own page, where the viewer has one. */
  href?: string;
};

/** A device as its owner sees it: how it is in a sentence, what to do, and its latest values. */
export async function OwnDevice({ device, action, href }: Props) {
  const t = await getTranslations("me");
  const devices = await getTranslations("devices");
  const name = `${device.manufacturer} ${device.model}`;
  return (
    <Card
      title={
        <span className="flex items-center gap-2.5">
          <KindIcon kind={device.kind} />
          {name}
        </span>
      }
      description={devices(`kinds.${device.kind}`)}
    >
      <div className="flex flex-col gap-4">
        <Status device={device} />
        {action && <div className="empty:hidden max-sm:[&_button]:w-full">{action}</div>}
        <Reading device={device} />
        {href && (
          <p className="text-sm">
            <Link
              href={href}
              aria-label={t("detailsOf", { device: name })}
              className="inline-flex min-h-6 items-center text-accent hover:underline"
            >
              {t("details")}
            </Link>
          </p>
        )}
      </div>
    </Card>
  );
}

async function Status({ device }: { device: ShownOwnDevice }) {
  const t = await getTranslations("me");
  const { connectionState: state, manufacturer } = device;
  const isWrong = remedyOf(device) !== undefined;
  const since = sinceOf(device);
  const optimization = optimizationOf(device, now());
  const advice = adviceOf(device);
  const Icon = isWrong ? TriangleAlert : CircleCheck;
  return (
    <div className="flex gap-2.5">
      <Icon
        aria-hidden
        className={cn("mt-1 size-4 shrink-0", isWrong ? "text-warning" : "text-success")}
      />
      <div className="min-w-0 text-sm leading-6">
        <p className="font-medium text-ink">
          {since
            ? t.rich(`status.${state}`, {
                manufacturer,
                since: () => (
                  <Moment value={since} as={state === "connected" ? "day" : "relative"} />
                ),
              })
            : t(`statusOnly.${state}`, { manufacturer })}
        </p>
        {optimization && (
          <p className="text-ink-soft">
            {t.rich(`optimization.${optimization}`, {
              until: () => <Moment value={device.pausePowerUntil} as="moment" />,
            })}
          </p>
        )}
        {advice && <p className="text-ink-soft">{t(`advice.${advice}`, { manufacturer })}</p>}
      </div>
    </div>
  );
}

async function Reading({ device }: { device: ShownOwnDevice }) {
  const t = await getTranslations("devices");
  const { areValuesStale: isStale, currentStateLastUpdatedAt: readAt } = device;
  if (!readAt) return <p className="text-[13px] text-ink-faint">{t("noReadings")}</p>;
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      <p className="text-[13px] text-ink-faint">
        {isStale ? (
          t.rich("lastKnown", { date: () => <Moment value={readAt} as="moment" /> })
        ) : (
          <>
            {t("now")} · {t("readingFrom")} <Moment value={readAt} />
          </>
        )}
      </p>
      <DeviceReading
        kind={device.kind}
        values={device.kindDetails}
        isAuthenticated={device.isAuthenticated}
        isStale={isStale}
      />
    </div>
  );
}
