import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { deviceCommands, type devices } from "@/db/schema";

type Device = Pick<
  typeof devices.$inferSelect,
  "id" | "organizationId" | "manufacturerAccountId" | "isAuthenticated"
>;

/**
 * Has settings written to a device, in the transaction in which they are stored: both stand or neither. Nothing
 * for devices that no connector reaches.
 * @param settings by the names that our own fields have
 */
export async function queueDeviceCommand(
  transaction: Transaction,
  device: Device,
  settings: Record<string, unknown>,
): Promise<void> {
  const isReached = device.manufacturerAccountId !== null && device.isAuthenticated;
  if (!isReached || Object.keys(settings).length === 0) return;
  const { organizationId, id: deviceId } = device;
  const [command] = await transaction
    .insert(deviceCommands)
    .values({ organizationId, deviceId, settings })
    .returning({ id: deviceCommands.id });
  if (!command) throw new Error("The insert returned no row.");
  const payload = JSON.stringify({ organizationId, id: command.id });
  await transaction.execute(
    sql`select enqueue_job('write-device-settings', ${payload}::json, ${`command-${command.id}`})`,
  );
}

/** What was changed, by its names, as it is now. */
export const changedSettings = (changes: Record<string, { after: unknown }>) =>
  Object.fromEntries(Object.entries(changes).map(([name, { after }]) => [name, after]));
