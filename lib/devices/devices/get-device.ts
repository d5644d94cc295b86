import "server-only";
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  buildings,
  chargePolicies,
  cloudServices,
  type DroppedValue,
  deviceCommands,
  type devices,
  manufacturerAccounts,
  users,
} from "@/db/schema";
import { now } from "@/lib/core/clock";
import { personName } from "@/lib/core/people/person-name";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { recentHistory } from "@/lib/platform/audit/recent-history";
import { readConnectionSettings } from "../connections/connection-settings";
import { readReconnections } from "../connections/reconnection";
import { findIncidentOf } from "../incidents/list-incidents";
import { areValuesStale } from "../telemetry/stale-values";
import { kindDetailsOf, loadDevice, onDevice } from "./find-device";

const MAX_BUILDINGS_OFFERED = 100;

/** One device with all its fields, its owner, building and cloud service, and its latest history. */
export const getDevice = defineQuery({
  name: "getDevice",
  input: z.object({ id: z.uuid() }),
  load: loadDevice,
  requires: onDevice("read"),
  async run({ actor, transaction, subject }) {
    const { organizationId, deletedAt, modelSort, ...device } = subject;
    const [owner] = await transaction.select().from(users).where(eq(users.id, device.userId));
    const ofOwner = await transaction
      .select({ id: buildings.id, name: buildings.name })
      .from(buildings)
      .where(and(eq(buildings.userId, device.userId), isNull(buildings.deletedAt)))
      .orderBy(asc(buildings.createdAt), asc(buildings.id))
      .limit(MAX_BUILDINGS_OFFERED);
    const [cloudService] = device.cloudServiceId
      ? await transaction
          .select({
            name: cloudServices.name,
            instructions: cloudServices.instructions,
            signupLink: cloudServices.signupLink,
          })
          .from(cloudServices)
          .where(eq(cloudServices.id, device.cloudServiceId))
      : [];
    const { staleAfterMinutes } = await readConnectionSettings(transaction);
    return {
      ...device,
      areValuesStale: areValuesStale(device, staleAfterMinutes, now()),
      owner: owner && {
        id: owner.id,
        name: personName(owner),
        email: owner.email,
        externalUserId: owner.externalUserId,
      },
      building: ofOwner.find(({ id }) => id === device.buildingId),
      /** Where it can stand. */
      buildings: ofOwner,
      cloudService,
      /** What its manufacturer said last that cannot be, and was left out. */
      droppedValues: await findDroppedValues(transaction, device),
      /** The latest settings that were sent to it, where it is reached at all. */
      lastCommand: await findLastCommand(transaction, device.id),
      incident: await findIncidentOf(transaction, device.id),
      chargePolicy: await readChargePolicy(transaction, device.id),
      kindDetails: await readKindDetails(transaction, device),
      reconnection: (await readReconnections(transaction, [subject])).get(device.id),
      history: await recentHistory(transaction, actor, device.id),
    };
  },
});

async function findDroppedValues(
  transaction: Transaction,
  device: Pick<typeof devices.$inferSelect, "manufacturerAccountId" | "externalDeviceId">,
): Promise<DroppedValue[]> {
  if (device.manufacturerAccountId === null) return [];
  const [account] = await transaction
    .select({ all: manufacturerAccounts.droppedValues })
    .from(manufacturerAccounts)
    .where(eq(manufacturerAccounts.id, device.manufacturerAccountId));
  const own = account?.all.find(
    ({ externalDeviceId }) => externalDeviceId === device.externalDeviceId,
  );
  return own?.dropped ?? [];
}

async function findLastCommand(transaction: Transaction, id: string) {
  const [command] = await transaction
    .select({
      state: deviceCommands.state,
      problem: deviceCommands.problem,
      createdAt: deviceCommands.createdAt,
    })
    .from(deviceCommands)
    .where(eq(deviceCommands.deviceId, id))
    .orderBy(desc(deviceCommands.createdAt))
    .limit(1);
  return command;
}

async function readChargePolicy(transaction: Transaction, id: string) {
  const [policy] = await transaction
    .select({ timeZone: chargePolicies.timeZone, days: chargePolicies.days })
    .from(chargePolicies)
    .where(eq(chargePolicies.deviceId, id));
  return policy;
}

/** The fields that only this kind of device has, by name. */
async function readKindDetails(
  transaction: Transaction,
  device: Pick<typeof devices.$inferSelect, "id" | "kind">,
): Promise<Record<string, string | number | boolean | Date | null>> {
  const table = kindDetailsOf[device.kind];
  const [row] = await transaction.select().from(table).where(eq(table.deviceId, device.id));
  if (!row) return {};
  const { organizationId, deviceId, ...kindDetails } = row;
  return kindDetails;
}
