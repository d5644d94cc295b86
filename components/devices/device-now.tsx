import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Badge, type Tone } from "@/components/ui/badge";
import { ProgressBar } from "@/components/ui/progress-bar";
import { DeviceFacts } from "./device-facts";
import { listedFields } from "./device-fields";
import type { DeviceKind } from "./kind-icon";

type Values = Record<string, string | number | boolean | Date | null>;

type Props = { kind: DeviceKind; values: Values; isAuthenticated: boolean };

/** The present state of a device: its figures large, the rest below. */
export async function DeviceNow({ kind, values, isAuthenticated }: Props) {
  const rest = listedFields(kind, "now");
  return (
    <div className="flex flex-col gap-5">
      <Figures kind={kind} values={values} isAuthenticated={isAuthenticated} />
      {rest.length > 0 && <DeviceFacts fields={rest} values={values} />}
    </div>
  );
}

async function Figures({ kind, values, isAuthenticated }: Props) {
  switch (kind) {
    case "heat_pump":
      return <HeatPump values={values} />;
    case "electric_vehicle":
      return <Vehicle values={values} />;
    case "solar_inverter":
      return <Inverter values={values} />;
    case "wallbox":
      return <Wallbox values={values} isAuthenticated={isAuthenticated} />;
    case "home_battery":
      return <HomeBattery values={values} />;
    case "smart_meter":
      return <SmartMeter values={values} />;
  }
}

type Shown = { values: Values };

async function HeatPump({ values }: Shown) {
  const t = await getTranslations("devices");
  const fields = await getTranslations("deviceFields");
  const write = await writer();
  const mode = String(values.operationalMode ?? "");
  const term = `terms.${mode}` as "terms.heating";
  const wanted = values.indoorTargetTemperature;
  return (
    <>
      {mode && (
        <p>
          <Badge tone={mode === "standby" ? "neutral" : "accent"}>
            {t.has(term) ? t(term) : mode}
          </Badge>
        </p>
      )}
      <FigureGrid>
        <Figure
          label={fields("currentPowerConsumptionW")}
          value={write.power(values.currentPowerConsumptionW)}
        />
        <Figure
          label={fields("indoorActualTemperature")}
          value={write.temperature(values.indoorActualTemperature)}
          note={typeof wanted === "number" ? t("wanted", { value: write.temperature(wanted) }) : ""}
        />
        <Figure label={fields("dhwTemperature")} value={write.temperature(values.dhwTemperature)} />
        <Figure
          label={fields("outdoorTemperature")}
          value={write.temperature(values.outdoorTemperature)}
        />
      </FigureGrid>
    </>
  );
}

async function Vehicle({ values }: Shown) {
  const t = await getTranslations("devices");
  const fields = await getTranslations("deviceFields");
  const write = await writer();
  const [state, tone]: ["unplugged" | "full" | "charging" | "pluggedIn", Tone] = !values.isPluggedIn
    ? ["unplugged", "neutral"]
    : values.isFullyCharged
      ? ["full", "success"]
      : values.isCharging
        ? ["charging", "accent"]
        : ["pluggedIn", "info"];
  const remaining = Number(values.chargeTimeRemaining ?? 0);
  return (
    <>
      <p>
        <Badge tone={tone}>{t(`states.${state}`)}</Badge>
      </p>
      <Battery level={values.batteryLevel} />
      <FigureGrid>
        <Figure label={fields("chargeRateW")} value={write.power(values.chargeRateW)} />
        <Figure label={fields("drivingRange")} value={write.number(values.drivingRange, "km")} />
        {remaining > 0 && (
          <Figure
            label={fields("chargeTimeRemaining")}
            value={t("minutes", { minutes: Math.round(remaining / 60) })}
          />
        )}
      </FigureGrid>
    </>
  );
}

/** A flow that is positive outwards, for those who read its direction in words. */
const size = (flow: Values[string] | undefined) =>
  typeof flow === "number" ? Math.abs(flow) : null;

/** Where power comes from and where it goes to, with words instead of signs. */
async function Inverter({ values }: Shown) {
  const t = await getTranslations("devices");
  const write = await writer();
  const battery = values.batteryChargeDischargePowerW;
  return (
    <>
      {typeof values.batteryChargeLevelPercent === "number" && (
        <Battery level={values.batteryChargeLevelPercent} />
      )}
      <FigureGrid>
        <Figure label={t("states.producing")} value={write.power(values.currentSolarProductionW)} />
        <Figure label={t("states.household")} value={write.power(values.householdConsumptionW)} />
        {typeof values.batteryChargeLevelPercent === "number" && (
          <Figure
            label={t(`states.${Number(battery ?? 0) > 0 ? "discharging" : "loading"}`)}
            value={write.power(size(battery))}
          />
        )}
        <GridFigure flow={values.currentPowerToGridW} />
      </FigureGrid>
    </>
  );
}

async function Wallbox({ values, isAuthenticated }: Shown & { isAuthenticated: boolean }) {
  const t = await getTranslations("devices");
  const [state, tone]: ["unavailable" | "charging" | "pluggedIn" | "ready", Tone] = !isAuthenticated
    ? ["unavailable", "neutral"]
    : values.isCharging
      ? ["charging", "accent"]
      : values.isPluggedIn
        ? ["pluggedIn", "info"]
        : ["ready", "success"];
  const presence =
    values.isOcppConnected === null || values.isOcppConnected === undefined
      ? "neverConnected"
      : values.isOcppConnected
        ? "online"
        : "offline";
  return (
    <p className="flex flex-wrap gap-2">
      <Badge tone={tone}>{t(`states.${state}`)}</Badge>
      <Badge tone={presence === "online" ? "success" : "neutral"}>{t(`states.${presence}`)}</Badge>
    </p>
  );
}

async function GridFigure({ flow }: { flow: Values[string] | undefined }) {
  const t = await getTranslations("devices");
  const write = await writer();
  return (
    <Figure
      label={t(`states.${Number(flow ?? 0) < 0 ? "importing" : "exporting"}`)}
      value={write.power(size(flow))}
    />
  );
}

async function HomeBattery({ values }: Shown) {
  const t = await getTranslations("devices");
  const write = await writer();
  const flow = Number(values.batteryChargeDischargePowerW ?? 0);
  const [state, tone]: ["batteryIdle" | "batteryCharging" | "batteryDischarging", Tone] =
    flow === 0
      ? ["batteryIdle", "neutral"]
      : flow < 0
        ? ["batteryCharging", "accent"]
        : ["batteryDischarging", "info"];
  return (
    <>
      <p>
        <Badge tone={tone}>{t(`states.${state}`)}</Badge>
      </p>
      <Battery level={values.batteryChargeLevelPercent} />
      <FigureGrid>
        <Figure
          label={t(`states.${flow > 0 ? "discharging" : "loading"}`)}
          value={write.power(size(values.batteryChargeDischargePowerW))}
        />
      </FigureGrid>
    </>
  );
}

async function SmartMeter({ values }: Shown) {
  return (
    <FigureGrid>
      <GridFigure flow={values.currentPowerToGridW} />
    </FigureGrid>
  );
}

async function Battery({ level }: { level: Values[string] | undefined }) {
  const t = await getTranslations("devices");
  const write = await writer();
  return (
    <div>
      <p className="mb-1.5 flex items-baseline justify-between gap-3">
        <span className="text-[13px] text-ink-faint">{t("batteryLevelOf")}</span>
        <span className="text-xl leading-7 font-semibold tracking-tight text-ink tabular-nums">
          {write.number(level, "%")}
        </span>
      </p>
      <ProgressBar label={t("batteryLevelOf")} value={Number(level ?? 0)} total={100} />
    </div>
  );
}

function FigureGrid({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">{children}</dl>;
}

function Figure({ label, value, note }: { label: string; value: string; note?: string }) {
  return (
    <div className="min-w-0">
      <dt className="text-[13px] leading-5 text-ink-faint">{label}</dt>
      <dd>
        <span className="block text-xl leading-7 font-semibold tracking-tight text-ink tabular-nums">
          {value}
        </span>
        {note && <span className="block text-[13px] leading-5 text-ink-faint">{note}</span>}
      </dd>
    </div>
  );
}

/** Writes figures with their units; power from a thousand watts on in kilowatts. */
async function writer() {
  const format = await getFormatter();
  const number = (value: unknown, unit: string) =>
    typeof value === "number"
      ? `${format.number(value, { maximumFractionDigits: 1 })} ${unit}`
      : "–";
  return {
    number,
    temperature: (value: unknown) => number(value, "°C"),
    power: (value: unknown) =>
      typeof value === "number" && Math.abs(value) >= 1000
        ? number(value / 1000, "kW")
        : number(value, "W"),
  };
}
