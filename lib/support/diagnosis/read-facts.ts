import "server-only";
import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  buildings,
  chargePolicies,
  devices,
  energyContracts,
  manufacturerAccounts,
  manufacturerHealth,
  outgoingMails,
  type users,
} from "@/db/schema";
import { toCalendarDay } from "@/lib/core/calendar-day";
import { now } from "@/lib/core/clock";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import type { ConnectionSettings } from "@/lib/devices/connections/connection-settings";
import { readKindDetails } from "@/lib/devices/devices/read-kind-details";
import { findIncidentsOf } from "@/lib/devices/incidents/list-incidents";
import type { DeviceFacts, PersonFacts } from "./facts";

/** Of each thing that somebody owns, so many are looked at. */
const most = 50;

/** What the checks of an end-user look at. */
export async function readPersonFacts(
  transaction: Transaction,
  user: typeof users.$inferSelect,
): Promise<PersonFacts> {
  const organization = await getOrganization(transaction);
  const at = now();
  return {
    now: at,
    user,
    today: toCalendarDay(at, organization.timeZone),
    buildings: await transaction
      .select()
      .from(buildings)
      .where(and(eq(buildings.userId, user.id), isNull(buildings.deletedAt)))
      .orderBy(buildings.createdAt)
      .limit(most),
    contracts: await transaction
      .select()
      .from(energyContracts)
      .where(and(eq(energyContracts.userId, user.id), isNull(energyContracts.deletedAt)))
      .orderBy(energyContracts.createdAt)
      .limit(most),
    bouncedAt: await findBounce(transaction, user),
  };
}

/** When the latest mail to the present address came back, where nothing reached it since. */
async function findBounce(transaction: Transaction, { id, email }: typeof users.$inferSelect) {
  if (email === null) return undefined;
  const [latest] = await transaction
    .select({ state: outgoingMails.state, at: outgoingMails.stateChangedAt })
    .from(outgoingMails)
    .where(
      and(
        eq(outgoingMails.userId, id),
        eq(outgoingMails.recipient, email),
        inArray(outgoingMails.state, ["sent", "delivered", "bounced", "failed"]),
      ),
    )
    .orderBy(desc(outgoingMails.createdAt))
    .limit(1);
  return latest?.state === "bounced" || latest?.state === "failed"
    ? (latest.at ?? undefined)
    : undefined;
}

/** What the checks of devices look at, of each; in as many statements for fifty devices as for one. */
export async function readDeviceFacts(
  transaction: Transaction,
  of: (typeof devices.$inferSelect)[],
  { staleAfterMinutes }: ConnectionSettings,
): Promise<DeviceFacts[]> {
  const ids = of.map(({ id }) => id);
  const accountIds = of.flatMap(({ manufacturerAccountId }) => manufacturerAccountId ?? []);
  const kindDetails = await readKindDetails(transaction, of);
  const accounts = await transaction
    .select()
    .from(manufacturerAccounts)
    .where(inArray(manufacturerAccounts.id, accountIds));
  const health = await transaction
    .select()
    .from(manufacturerHealth)
    .where(
      inArray(
        manufacturerHealth.manufacturer,
        accounts.map(({ manufacturer }) => manufacturer),
      ),
    );
  const policies = await transaction
    .select()
    .from(chargePolicies)
    .where(inArray(chargePolicies.deviceId, ids));
  const incidents = await findIncidentsOf(transaction, ids);
  return of.map((device) => {
    const account = accounts.find(({ id }) => id === device.manufacturerAccountId);
    return {
      now: now(),
      staleAfterMinutes,
      device,
      kindDetails: { ...kindDetails.get(device.id) },
      account,
      health: health.find(
        ({ connector, manufacturer }) =>
          connector === account?.connector && manufacturer === account?.manufacturer,
      ),
      incident: incidents.get(device.id),
      policy: policies.find(({ deviceId }) => deviceId === device.id),
    };
  });
}

/** The living devices of an end-user, the oldest first. */
export function devicesOf(transaction: Transaction, userId: string) {
  return transaction
    .select()
    .from(devices)
    .where(and(eq(devices.userId, userId), isNull(devices.deletedAt)))
    .orderBy(devices.createdAt, devices.id)
    .limit(most);
}
