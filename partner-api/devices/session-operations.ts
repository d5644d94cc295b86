import { Invalid } from "@/lib/core/errors";
import { z } from "@/lib/core/validation/problems";
import { getDeviceRecord } from "@/lib/devices/devices/device-records";
import {
  type ChargingSession,
  getPresentSession,
  listChargingSessions,
  maxSessions,
} from "@/lib/devices/telemetry/list-charging-sessions";
import { iso, moment, shownInteger, shownMoment, shownNumber, shownText } from "../fields";
import { operation } from "../operation";
import { kindOf } from "./device-kinds";
import { collectionOf, pathOf, referenceOf, tagOf } from "./device-operations";

const vehicle = kindOf("electric_vehicle");
const path = `${collectionOf(vehicle)}/{${vehicle.parameter}}/sessions`;
const common = {
  tag: tagOf(vehicle),
  params: pathOf(vehicle),
  method: "get",
  needs: [["read", "device"]],
} as const;

export const sessionSchema = z
  .object({
    id: z.uuid(),
    plug_in_time: moment,
    unplug_time: shownMoment,
    inferred_session_end: shownMoment,
    desired_charging_start_time: shownMoment,
    desired_charging_end_time: shownMoment,
    charge_deadline: shownText,
    target_soc_pct: shownInteger,
    initial_soc_pct: shownInteger,
    final_soc_pct: shownInteger,
    energy_charged_kwh: z.number(),
    avg_charge_power_kw: shownNumber,
    peak_charge_power_kw: z.number(),
    actual_cost_eur: shownNumber,
    expected_savings_eur: shownNumber,
    actual_savings_eur: shownNumber,
    is_at_home: z.boolean().nullable(),
    session_outcome: shownText,
  })
  .meta({
    id: "ChargingSession",
    description: "Costs, savings and where it was are null: they are not known yet.",
  });

const inKilo = (value: number) => Math.round(value) / 1000;

/** A charging session as the API answers it. */
export function toSession(session: ChargingSession): z.input<typeof sessionSchema> {
  const { energyWh, chargingSeconds } = session;
  return {
    id: session.id,
    plug_in_time: session.pluggedInAt.toISOString(),
    unplug_time: iso(session.unpluggedAt),
    inferred_session_end: null,
    desired_charging_start_time: null,
    desired_charging_end_time: null,
    charge_deadline: session.deadline,
    target_soc_pct: session.targetLevel,
    initial_soc_pct: session.initialLevel,
    final_soc_pct: session.finalLevel,
    energy_charged_kwh: inKilo(energyWh),
    avg_charge_power_kw: chargingSeconds > 0 ? inKilo((energyWh * 3600) / chargingSeconds) : null,
    peak_charge_power_kw: inKilo(session.highestPowerW),
    actual_cost_eur: null,
    expected_savings_eur: null,
    actual_savings_eur: null,
    is_at_home: null,
    session_outcome: null,
  };
}

const day = z.iso.date().meta({ description: "A day in UTC, inclusive.", example: "2026-11-24" });

const listSessions = operation({
  ...common,
  id: "listChargingSessions",
  path,
  summary: "List a vehicle's charging sessions",
  description: "Those that began on these days, the newest first.",
  query: z.object({
    from: day,
    to: day,
    limit: z.coerce.number().int().min(1).max(maxSessions).default(50),
    offset: z.coerce.number().int().min(0).max(10_000).default(0),
  }),
  answer: z
    .object({ total: z.number().int(), items: z.array(sessionSchema) })
    .meta({ id: "ChargingSessions" }),
  async handle({ actor, params, query }) {
    const { from, to, limit, offset } = query;
    if (to < from) throw new Invalid({ to: "endBeforeBeginning" });
    const { id } = await findVehicle(actor, params);
    const { total, sessions } = await listChargingSessions(actor, {
      id,
      from,
      until: to,
      limit,
      offset,
    });
    return { total, items: sessions.map(toSession) };
  },
});

const currentSession = operation({
  ...common,
  id: "getCurrentChargingSession",
  path: `${path}/current`,
  summary: "Read the session of a vehicle that is plugged in",
  answer: z.object({ session: sessionSchema.nullable() }).meta({ id: "CurrentChargingSession" }),
  async handle({ actor, params }) {
    const session = await getPresentSession(actor, await findVehicle(actor, params));
    return { session: session ? toSession(session) : null };
  },
});

async function findVehicle(
  actor: Parameters<typeof getDeviceRecord>[0],
  params: Record<string, unknown>,
): Promise<{ id: string }> {
  const reference = { ...referenceOf(vehicle, params), kind: vehicle.kind };
  return { id: (await getDeviceRecord(actor, reference)).id };
}

export const sessionOperations = [listSessions, currentSession];
