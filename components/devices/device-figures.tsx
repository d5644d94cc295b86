import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Badge, type Tone } from "@/components/ui/badge";
import { cn } from "@/components/ui/class-names";
import { ProgressBar } from "@/components/ui/progress-bar";
import { formatMeasured } from "./measured-number";

/** What a stale device's figures are written in. */
const inkOf = (isStale: boolean) => (isStale ? "text-ink-soft" : "text-ink");

/** A state of a device, without colour where it is only the last known one. */
export function StateBadge({
  tone,
  isStale,
  children,
}: {
  tone: Tone;
  isStale: boolean;
  children: ReactNode;
}) {
  return <Badge tone={isStale ? "neutral" : tone}>{children}</Badge>;
}

export async function Battery({ level, isStale }: { level: unknown; isStale: boolean }) {
  const t = await getTranslations("devices");
  const write = await figureWriter();
  return (
    <div>
      <p className="mb-1.5 flex items-baseline justify-between gap-3">
        <span className="text-[13px] text-ink-faint">{t("batteryLevelOf")}</span>
        <span
          className={cn(
            "text-xl leading-7 font-semibold tracking-tight tabular-nums",
            inkOf(isStale),
          )}
        >
          {write.number(level, "%")}
        </span>
      </p>
      <ProgressBar
        label={t("batteryLevelOf")}
        value={Number(level ?? 0)}
        total={100}
        isMuted={isStale}
      />
    </div>
  );
}

export function FigureGrid({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">{children}</dl>;
}

export function Figure({
  label,
  value,
  note,
  isStale,
}: {
  label: string;
  value: string;
  note?: string;
  isStale: boolean;
}) {
  return (
    <div className="min-w-0">
      <dt className="text-[13px] leading-5 text-ink-faint">{label}</dt>
      <dd>
        <span
          className={cn(
            "block text-xl leading-7 font-semibold tracking-tight tabular-nums",
            inkOf(isStale),
          )}
        >
          {value}
        </span>
        {note && <span className="block text-[13px] leading-5 text-ink-faint">{note}</span>}
      </dd>
    </div>
  );
}

/** A flow that is positive outwards, for those who read its direction in words. */
export const size = (flow: unknown) => (typeof flow === "number" ? Math.abs(flow) : null);

export async function GridFigure({ flow, isStale }: { flow: unknown; isStale: boolean }) {
  const t = await getTranslations("devices");
  const write = await figureWriter();
  return (
    <Figure
      isStale={isStale}
      label={t(`states.${Number(flow ?? 0) < 0 ? "importing" : "exporting"}`)}
      value={write.power(size(flow))}
    />
  );
}

/** Writes figures with their units; power from a thousand watts on in kilowatts. */
export async function figureWriter() {
  const format = await getFormatter();
  const number = (value: unknown, unit: string) =>
    typeof value === "number" ? `${formatMeasured(format, value, unit)} ${unit}` : "–";
  return {
    number,
    temperature: (value: unknown) => number(value, "°C"),
    power: (value: unknown) =>
      typeof value === "number" && Math.abs(value) >= 1000
        ? number(value / 1000, "kW")
        : number(value, "W"),
  };
}
