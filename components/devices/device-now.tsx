import { getTranslations } from "next-intl/server";
import type { Tone } from "@/components/ui/badge";
import { DeviceFacts } from "./device-facts";
import { listedFields } from "./device-fields";
import {
  Battery,
  Figure,
  FigureGrid,
  figureWriter,
  GridFigure,
  StateBadge,
  size,
} from "./device-figures";
import type { DeviceKind } from "./kind-icon";

type Values = Record<string, string | number | boolean | Date | null>;

type Props = {
  kind: DeviceKind;
  values: Values;
  isAuthenticated: boolean;
  /** Whether the values are only the last known ones. */
  isStale: boolean;
};

/** The present or last known state of a device: its figures large, the rest below. */
export async function DeviceNow(props: Props) {
  const { kind, values, isStale } = props;
  const rest = listedFields(kind, "now");
  return (
    <div className="flex flex-col gap-5">
      <DeviceReading {...props} />
      {rest.length > 0 && <DeviceFacts fields={rest} values={values} isMuted={isStale} />}
    </div>
  );
}

/** The figures of a device by its kind, as they are live or were last known. */
export async function DeviceReading({ kind, isAuthenticated, ...shown }: Props) {
  switch (kind) {
    case "heat_pump":
      return <HeatPump {...shown} />;
    case "electric_vehicle":
      return <Vehicle {...shown} />;
    case "solar_inverter":
      return <Inverter {...shown} />;
    case "wallbox":
      return <Wallbox {...shown} isAuthenticated={isAuthenticated} />;
    case "home_battery":
      return <HomeBattery {...shown} />;
    case "smart_meter":
      return <SmartMeter {...shown} />;
  }
}

type Shown = { values: Values; isStale: boolean };

async function HeatPump({ values, isStale }: Shown) {
  const t = await getTranslations("devices");
  const fields = await getTranslations("deviceFields");
  const write = await figureWriter();
  const mode = String(values.operationalMode ?? "");
  const term = `terms.${mode}` as "terms.heating";
  const wanted = values.indoorTargetTemperature;
  return (
    <>
      {mode && (
        <p>
          <StateBadge isStale={isStale} tone={mode === "standby" ? "neutral" : "accent"}>
            {t.has(term) ? t(term) : mode}
          </StateBadge>
        </p>
      )}
      <FigureGrid>
        <Figure
          isStale={isStale}
          label={fields("currentPowerConsumptionW")}
          value={write.power(values.currentPowerConsumptionW)}
        />
        <Figure
          isStale={isStale}
          label={fields("indoorActualTemperature")}
          value={write.temperature(values.indoorActualTemperature)}
          note={typeof wanted === "number" ? t("wanted", { value: write.temperature(wanted) }) : ""}
        />
        <Figure
          isStale={isStale}
          label={fields("dhwTemperature")}
          value={write.temperature(values.dhwTemperature)}
        />
        <Figure
          isStale={isStale}
          label={fields("outdoorTemperature")}
          value={write.temperature(values.outdoorTemperature)}
        />
      </FigureGrid>
    </>
  );
}

async function Vehicle({ values, isStale }: Shown) {
  const t = await getTranslations("devices");
  const fields = await getTranslations("deviceFields");
  const write = await figureWriter();
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
        <StateBadge isStale={isStale} tone={tone}>
          {t(`states.${state}`)}
        </StateBadge>
      </p>
      <Battery level={values.batteryLevel} isStale={isStale} />
      <FigureGrid>
        <Figure
          isStale={isStale}
          label={fields("chargeRateW")}
          value={write.power(values.chargeRateW)}
        />
        <Figure
          isStale={isStale}
          label={fields("drivingRange")}
          value={write.number(values.drivingRange, "km")}
        />
        {remaining > 0 && (
          <Figure
            isStale={isStale}
            label={fields("chargeTimeRemaining")}
            value={t("minutes", { minutes: Math.round(remaining / 60) })}
          />
        )}
      </FigureGrid>
    </>
  );
}

/** Where power comes from and where it goes to, with words instead of signs. */
async function Inverter({ values, isStale }: Shown) {
  const t = await getTranslations("devices");
  const write = await figureWriter();
  const battery = values.batteryChargeDischargePowerW;
  return (
    <>
      {typeof values.batteryChargeLevelPercent === "number" && (
        <Battery level={values.batteryChargeLevelPercent} isStale={isStale} />
      )}
      <FigureGrid>
        <Figure
          isStale={isStale}
          label={t("states.producing")}
          value={write.power(values.currentSolarProductionW)}
        />
        <Figure
          isStale={isStale}
          label={t("states.household")}
          value={write.power(values.householdConsumptionW)}
        />
        {typeof values.batteryChargeLevelPercent === "number" && (
          <Figure
            isStale={isStale}
            label={t(`states.${Number(battery ?? 0) > 0 ? "discharging" : "loading"}`)}
            value={write.power(size(battery))}
          />
        )}
        <GridFigure isStale={isStale} flow={values.currentPowerToGridW} />
      </FigureGrid>
    </>
  );
}

async function Wallbox({ values, isStale, isAuthenticated }: Shown & { isAuthenticated: boolean }) {
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
      <StateBadge isStale={isStale} tone={tone}>
        {t(`states.${state}`)}
      </StateBadge>
      <StateBadge isStale={isStale} tone={presence === "online" ? "success" : "neutral"}>
        {t(`states.${presence}`)}
      </StateBadge>
    </p>
  );
}

async function HomeBattery({ values, isStale }: Shown) {
  const t = await getTranslations("devices");
  const write = await figureWriter();
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
        <StateBadge isStale={isStale} tone={tone}>
          {t(`states.${state}`)}
        </StateBadge>
      </p>
      <Battery level={values.batteryChargeLevelPercent} isStale={isStale} />
      <FigureGrid>
        <Figure
          isStale={isStale}
          label={t(`states.${flow > 0 ? "discharging" : "loading"}`)}
          value={write.power(size(values.batteryChargeDischargePowerW))}
        />
      </FigureGrid>
    </>
  );
}

async function SmartMeter({ values, isStale }: Shown) {
  return (
    <FigureGrid>
      <GridFigure isStale={isStale} flow={values.currentPowerToGridW} />
    </FigureGrid>
  );
}
