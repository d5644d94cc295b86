import "server-only";
import { and, eq, isNull, ne } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { devices } from "@/db/schema";
import { defineCommand } from "@/lib/define-use-case";
import { deviceTarget, loadDevice, onDevice } from "../devices/find-device";
import { writeConnections } from "../telemetry/record-connections";
import { endConnectionInput } from "./connect-link-schema";
import { endAccounts } from "./give-back-access";

/**
 * Ends a device's connection. With the last device of an account its access is given back to the manufacturer,
 * afterwards and until it has worked.
 */
export const endConnection = defineCommand({
  name: "endConnection",
  input: endConnectionInput,
  load: loadDevice,
  requires: onDevice("update"),
  async run({ input, transaction, subject: device }) {
    const change = { deviceId: device.id, isConnected: false, isWithdrawn: true };
    const [changed] = await writeConnections(
      transaction,
      [{ ...change, reason: input.reason }],
      "ended",
    );
    if (!changed) return { result: { id: device.id }, audit: [] };
    const accountId = device.manufacturerAccountId;
    if (accountId && !(await hasOtherDevice(transaction, accountId, device.id))) {
      await endAccounts(transaction, { id: accountId });
    }
    return {
      result: { id: device.id },
      audit: [
        { action: "device.disconnected", target: deviceTarget(device), reason: input.reason },
      ],
    };
  },
});

async function hasOtherDevice(transaction: Transaction, accountId: string, deviceId: string) {
  const [other] = await transaction
    .select({ id: devices.id })
    .from(devices)
    .where(
      and(
        eq(devices.manufacturerAccountId, accountId),
        ne(devices.id, deviceId),
        eq(devices.isAuthenticated, true),
        isNull(devices.deletedAt),
      ),
    )
    .limit(1);
  return other !== undefined;
}
