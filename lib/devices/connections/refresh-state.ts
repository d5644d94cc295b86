import "server-only";
import { and, eq } from "drizzle-orm";
import { manufacturerAccounts } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { Conflict } from "@/lib/core/errors";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { loadDevice, onDevice } from "../devices/find-device";
import { readSoon } from "./manufacturer-account";

/**
 * Has a device's account read now instead of when its turn comes. Asking twice reads once.
 * @throws Conflict `notReachable` when no account reaches the device
 */
export const refreshDeviceState = defineCommand({
  name: "refreshDeviceState",
  input: z.object({ id: z.uuid() }),
  load: loadDevice,
  requires: onDevice("update"),
  async run({ transaction, subject: device }) {
    const [account] = device.manufacturerAccountId
      ? await transaction
          .update(manufacturerAccounts)
          .set({ nextReadAt: now() })
          .where(
            and(
              eq(manufacturerAccounts.id, device.manufacturerAccountId),
              eq(manufacturerAccounts.state, "active"),
            ),
          )
          .returning()
      : [];
    if (!account) throw new Conflict("notReachable");
    await readSoon(transaction, account);
    return { result: { id: device.id }, audit: [] };
  },
});
