import "server-only";
import { and, eq, lt, ne, sql } from "drizzle-orm";
import { deviceCommands, devices, manufacturerAccounts } from "@/db/schema";
import type { System } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { ConnectorProblem, isPassing } from "../connectors/connector";
import { openAccount } from "./manufacturer-account";
import { withGoodToken } from "./read-accounts";
import { findConnector } from "./use-connectors";

/**
 * Writes settings to a device. Sent again after a time-out, it is the same write: the manufacturer knows it by its
 * key.
 * @throws ConnectorProblem while the manufacturer does not answer: the job comes back
 */
export async function writeDeviceSettings(actor: System, id: string): Promise<void> {
  const found = await findCommand(actor, { id });
  if (!found) return;
  const { command, device, row, connector } = found;
  try {
    if (!connector || !device.externalDeviceId) throw new ConnectorProblem("unsupported");
    const account = await withGoodToken(actor, connector, row.id, openAccount(row));
    await connector.writeSettings(
      account,
      { externalDeviceId: device.externalDeviceId, kind: device.kind },
      command.settings,
      command.id,
    );
    await settleCommand(actor, { id });
  } catch (error) {
    if (!(error instanceof ConnectorProblem) || isPassing(error)) throw error;
    await settleCommand(actor, { id, problem: error.problem });
  }
}

export const findCommand = defineQuery({
  name: "findCommand",
  input: z.object({ id: z.uuid() }),
  requires: { action: "read", resource: "maintenance" },
  async run({ input, transaction }) {
    const [found] = await transaction
      .select({ command: deviceCommands, device: devices, row: manufacturerAccounts })
      .from(deviceCommands)
      .innerJoin(
        devices,
        and(
          eq(devices.organizationId, deviceCommands.organizationId),
          eq(devices.id, deviceCommands.deviceId),
        ),
      )
      .innerJoin(
        manufacturerAccounts,
        and(
          eq(manufacturerAccounts.organizationId, devices.organizationId),
          eq(manufacturerAccounts.id, devices.manufacturerAccountId),
        ),
      )
      .where(and(eq(deviceCommands.id, input.id), eq(deviceCommands.state, "queued")));
    if (!found) return undefined;
    return { ...found, connector: await findConnector(transaction, found.row.connector) };
  },
});

/** Notes that settings arrived, or why they never will. */
export const settleCommand = defineCommand({
  name: "settleCommand",
  input: z.object({ id: z.uuid(), problem: z.string().max(50).optional() }),
  requires: { action: "update", resource: "maintenance" },
  async run({ input, transaction }) {
    await transaction
      .update(deviceCommands)
      .set({
        state: input.problem ? "failed" : "done",
        problem: input.problem ?? null,
        settledAt: now(),
      })
      .where(eq(deviceCommands.id, input.id));
    return { result: undefined, audit: [] };
  },
});

const keptDays = 30;

/** Deletes old messages, and logins that failed. */
export const maintainConnections = defineCommand({
  name: "maintainConnections",
  input: z.object({}),
  requires: { action: "update", resource: "maintenance" },
  async run({ transaction }) {
    const before = new Date(now().getTime() - keptDays * 86_400_000);
    await transaction
      .delete(deviceCommands)
      .where(and(lt(deviceCommands.createdAt, before), ne(deviceCommands.state, "queued")));
    await transaction.execute(
      sql`delete from connect_attempts where created_at < now() - interval '1 day'`,
    );
    return { result: undefined, audit: [] };
  },
});
