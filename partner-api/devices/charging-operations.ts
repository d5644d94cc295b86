import { z } from "@/lib/core/validation/problems";
import { getChargePolicy } from "@/lib/devices/devices/device-records";
import { weekdayNames } from "@/lib/devices/devices/device-settings-schema";
import { setBoost } from "@/lib/devices/devices/set-boost";
import { updateChargePolicy } from "@/lib/devices/devices/update-charge-policy";
import { operation } from "../operation";
import { kindOf } from "./device-kinds";
import { collectionOf, pathOf, referenceOf, tagOf } from "./device-operations";

const vehicle = kindOf("electric_vehicle");
const one = `${collectionOf(vehicle)}/{${vehicle.parameter}}`;
const common = { tag: tagOf(vehicle), params: pathOf(vehicle) } as const;

const day = z
  .object({
    charge_percentage: z.number().int().min(0).max(100),
    charge_deadline: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .meta({ example: "07:00" }),
  })
  .nullable();

const dayList = Object.fromEntries(weekdayNames.map((name) => [name, day])) as Record<
  (typeof weekdayNames)[number],
  typeof day
>;

const week = z.object({ ...dayList, timezone: z.string().max(100) });

const sentWeek = z
  .object({ ...dayList, timezone: z.string().max(100).optional() })
  .partial()
  .meta({ description: "A day that is left out keeps what it has; null takes it away." });

const policySchema = z
  .object({
    data: week,
    metadata: z.object({
      electric_vehicle_id: z.uuid(),
      user_id: z.uuid(),
      error: z.string().nullable(),
    }),
  })
  .meta({ id: "ChargePolicy" });

type Reference = { userId: string; id: string };
type Policy = Awaited<ReturnType<typeof getChargePolicy>>;

function toPolicy(reference: Reference, policy: Policy): z.input<typeof policySchema> {
  const days = weekdayNames.map((name) => {
    const set = policy?.days[name];
    const shown = set && {
      charge_percentage: set.chargePercentage,
      charge_deadline: set.chargeDeadline,
    };
    return [name, shown ?? null];
  });
  return {
    data: { ...Object.fromEntries(days), timezone: policy?.timeZone ?? "UTC" },
    metadata: { electric_vehicle_id: reference.id, user_id: reference.userId, error: null },
  };
}

const getPolicy = operation({
  ...common,
  id: "getChargePolicy",
  method: "get",
  path: `${one}/charge-policy`,
  summary: "Read a vehicle's weekly charge policy",
  needs: [["read", "device"]],
  answer: policySchema,
  async handle({ actor, params }) {
    const reference = referenceOf(vehicle, params);
    return toPolicy(reference, await getChargePolicy(actor, reference));
  },
});

const updatePolicy = operation({
  ...common,
  id: "updateChargePolicy",
  method: "put",
  path: `${one}/charge-policy`,
  summary: "Set a vehicle's weekly charge policy",
  description: "It counts while the vehicle's charge policy is switched on.",
  needs: [["update", "device"]],
  body: z.union([z.object({ data: sentWeek }), sentWeek]).meta({ id: "UpdateChargePolicy" }),
  answer: policySchema,
  async handle({ actor, params, body }) {
    const reference = referenceOf(vehicle, params);
    const sent = "data" in body ? body.data : body;
    const present = await getChargePolicy(actor, reference);
    const fields = weekdayNames.flatMap((name): [string, unknown][] => {
      const before = present?.days[name];
      const after =
        sent[name] === undefined
          ? before
          : sent[name] && {
              chargePercentage: sent[name].charge_percentage,
              chargeDeadline: sent[name].charge_deadline,
            };
      return [
        [`${name}Percentage`, after?.chargePercentage ?? null],
        [`${name}Deadline`, after?.chargeDeadline ?? null],
      ];
    });
    await updateChargePolicy(actor, {
      ...Object.fromEntries(fields),
      timeZone: sent.timezone ?? present?.timeZone ?? "UTC",
      id: reference.id,
    });
    return toPolicy(reference, await getChargePolicy(actor, reference));
  },
});

const startBoost = operation({
  ...common,
  id: "startBoost",
  method: "post",
  path: `${one}/boost`,
  summary: "Charge a vehicle at once",
  description: "One that is not plugged in charges at once when it is plugged in next.",
  needs: [["update", "device"]],
  refuses: [409],
  async handle({ actor, params }) {
    const reference = referenceOf(vehicle, params);
    await getChargePolicy(actor, reference);
    await setBoost(actor, { id: reference.id, isWanted: true });
    return undefined;
  },
});

const endBoost = operation({
  ...common,
  id: "callOffBoost",
  method: "delete",
  path: `${one}/boost`,
  summary: "Call off a charge that waits for the plug",
  description: "One that runs goes on: only unplugging ends it.",
  needs: [["update", "device"]],
  async handle({ actor, params }) {
    const reference = referenceOf(vehicle, params);
    await getChargePolicy(actor, reference);
    await setBoost(actor, { id: reference.id, isWanted: false });
    return undefined;
  },
});

export const chargingOperations = [getPolicy, updatePolicy, startBoost, endBoost];
