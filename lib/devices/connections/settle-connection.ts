import "server-only";
import { eq, inArray } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/db/client";
import { cloudServices, connectAttempts, devices, manufacturerAccounts } from "@/db/schema";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { now } from "@/lib/core/clock";
import { Conflict, Invalid } from "@/lib/core/errors";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { connectorIds, type RemoteDevice, remoteDevice } from "../connectors/connector";
import { isControllable } from "../devices/device-kinds";
import { deviceTarget } from "../devices/find-device";
import { findDevicesBySerial } from "../devices/find-same-device";
import { makeDevices } from "../devices/make-devices";
import { toSerialKey } from "../devices/serial-key";
import { writeConnections } from "../telemetry/record-connections";
import { actingUser } from "./acting-user";
import { browserSecret, findAttempt, saveSecret } from "./connect-attempt";
import { connectToken, takeOverInput } from "./connect-link-schema";
import { completedEntry, completeLink, failLink, lockLink } from "./connect-outcome";
import type { FoundLink } from "./find-connect-link";
import { type AccountRow, readSoon, saveAccount } from "./manufacturer-account";
import { resumeConnected } from "./resume-connected";

type Settled = { result: { kind: "done" | "choose" | "failed" }; audit: AuditEntry[] };

/**
 * Settles what a login at a manufacturer brought. A device that is connected again has to be in the account; all
 * of the end-user's other devices there come back with it. Where new ones are to be connected, they are kept to
 * be chosen from.
 * @returns `done`, `choose`, or `failed` with the reason kept on the link
 */
export const settleConnection = defineCommand({
  name: "settleConnection",
  input: z.object({
    attempt: z.uuid(),
    token: connectToken,
    connector: z.enum(connectorIds),
    account: z.object({
      manufacturer: z.string().max(100),
      externalAccountId: z.string().min(1).max(200),
      tokens: z
        .object({ accessToken: z.string(), refreshToken: z.string(), expiresAt: z.date() })
        .nullable(),
    }),
    devices: z.array(remoteDevice).max(1000),
  }),
  requires: { action: "update", resource: "authentication" },
  async run({ input, transaction }): Promise<Settled> {
    const found = await lockLink(transaction, input.token);
    const { link, device } = found;
    const owned = await findOwned(transaction, input.devices);
    const mine = owned.filter(({ userId }) => userId === link.userId);
    const failure = device
      ? reasonAgainst(device, input.devices)
      : input.devices.length === 0
        ? "noDevices"
        : undefined;
    const attempt = { id: input.attempt, token: input.token };
    const fail = async (reason: string): Promise<Settled> => ({
      result: { kind: "failed" },
      audit: await failLink(transaction, found, attempt, reason),
    });
    if (failure) return fail(failure);
    const owner = { organizationId: link.organizationId, userId: link.userId };
    const account = await saveAccount(transaction, owner, input.connector, input.account);
    if (device) {
      await reconnect(transaction, account, [device.id, ...mine.map(({ id }) => id)]);
      const resumed = link.startsOptimized ? await resumeConnected(transaction, found) : [];
      await completeLink(transaction, found, attempt, device.id);
      return { result: { kind: "done" }, audit: [completedEntry(found), ...resumed] };
    }
    const taken = new Set(owned.map(({ externalDeviceId }) => externalDeviceId));
    const offered = input.devices.filter(
      ({ externalDeviceId, kind }) =>
        !taken.has(externalDeviceId) && (!link.deviceKind || link.deviceKind === kind),
    );
    if (mine.length > 0)
      await reconnect(
        transaction,
        account,
        mine.map(({ id }) => id),
      );
    if (offered.length === 0) {
      if (mine.length === 0) return fail("takenByOthers");
      await completeLink(transaction, found, attempt, mine[0]?.id ?? null);
      return { result: { kind: "done" }, audit: [completedEntry(found)] };
    }
    await saveSecret(transaction, input.attempt, { token: input.token, login: {}, offered });
    await transaction
      .update(connectAttempts)
      .set({ accountId: account.id, spentAt: now() })
      .where(eq(connectAttempts.id, input.attempt));
    return { result: { kind: "choose" }, audit: [] };
  },
});

/** Connects the devices that the end-user chose. @throws Conflict `linkSpent` when the attempt is over */
export const takeOverDevices = defineCommand({
  name: "takeOverDevices",
  input: takeOverInput.extend({ browser: browserSecret }),
  requires: { action: "update", resource: "authentication" },
  async run({ input, transaction }) {
    const found = await lockLink(transaction, input.token);
    const attempt = await findAttempt(transaction, input);
    const account = attempt?.accountId && (await lockAccount(transaction, attempt.accountId));
    const offered = attempt?.secret.offered;
    if (!offered || !account) throw new Conflict("linkSpent");
    const chosen = offered.filter(({ externalDeviceId }) =>
      input.devices.includes(externalDeviceId),
    );
    if (chosen.length === 0) throw new Invalid({ devices: "choice" });
    // Of two browsers that take the same device over, the second finds it taken.
    const owned = await findOwned(transaction, chosen);
    const free = chosen.filter(
      (one) => !owned.some(({ externalDeviceId }) => externalDeviceId === one.externalDeviceId),
    );
    const made = await makeConnected(transaction, found, account, free);
    await completeLink(
      transaction,
      found,
      { id: attempt.id, token: input.token },
      made[0]?.id ?? null,
    );
    return {
      result: { devices: made.length },
      audit: [
        ...made.map(
          (device): AuditEntry => ({
            action: "device.created",
            actor: actingUser(found).actor,
            target: deviceTarget(device),
            changes: changesBetween(
              {},
              { manufacturer: device.manufacturer, model: device.model, kind: device.kind },
            ),
          }),
        ),
        completedEntry(found),
      ],
    };
  },
});

/** The organization's devices among those of an account, of any end-user. */
async function findOwned(transaction: Transaction, remote: RemoteDevice[]) {
  const known = await findDevicesBySerial(transaction, remote);
  return remote.flatMap(({ manufacturer, externalDeviceId }) =>
    known
      .filter(({ serialKey }) => serialKey === toSerialKey(manufacturer, externalDeviceId))
      .map(({ id, userId }) => ({ id, userId, externalDeviceId })),
  );
}

/** Why an account is not the one in which a device is; undefined when it is. */
function reasonAgainst(
  device: NonNullable<FoundLink["device"]>,
  remote: RemoteDevice[],
): string | undefined {
  if (remote.length === 0) return "noDevices";
  const isThere = device.externalDeviceId
    ? remote.some(({ externalDeviceId }) => externalDeviceId === device.externalDeviceId)
    : remote.some(({ kind, model }) => kind === device.kind && model === device.model);
  return isThere ? undefined : "otherDevice";
}

async function reconnect(transaction: Transaction, account: AccountRow, ids: string[]) {
  const connected = [...new Set(ids)];
  await transaction
    .update(devices)
    .set({ manufacturerAccountId: account.id })
    .where(inArray(devices.id, connected));
  await writeConnections(
    transaction,
    connected.map((deviceId) => ({ deviceId, isConnected: true, isWithdrawn: false })),
    "authorized",
  );
  await readSoon(transaction, account);
}

async function makeConnected(
  transaction: Transaction,
  { link }: FoundLink,
  account: AccountRow,
  chosen: RemoteDevice[],
) {
  if (chosen.length === 0) return [];
  const services = await transaction
    .select({ id: cloudServices.id, manufacturer: cloudServices.manufacturer })
    .from(cloudServices)
    .where(eq(cloudServices.manufacturer, account.manufacturer));
  const made = chosen.map((device) => ({
    ...device,
    id: uuidv7(),
    organizationId: link.organizationId,
    userId: link.userId,
    buildingId: link.buildingId,
    priceZone: link.priceZone,
    cloudServiceId: services[0]?.id ?? null,
    manufacturerAccountId: account.id,
    isSmartOptimizationActive: link.startsOptimized && isControllable(device.kind),
    isAuthenticated: true,
    lifecycleState: "authenticated" as const,
    connectionCause: "authorized" as const,
    connectionStatus: "ok" as const,
  }));
  await makeDevices(transaction, made);
  await readSoon(transaction, account);
  return made;
}

async function lockAccount(transaction: Transaction, id: string) {
  const [account] = await transaction
    .select()
    .from(manufacturerAccounts)
    .where(eq(manufacturerAccounts.id, id))
    .for("no key update");
  return account;
}
