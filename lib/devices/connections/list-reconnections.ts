import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { devices } from "@/db/schema";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { readReconnections } from "./reconnection";

const MAX_DEVICES = 100;

/** How far an end-user's devices are that lost their connection or were connected again lately, by device. */
export const listReconnections = defineQuery({
  name: "listReconnections",
  input: z.object({ userId: z.uuid() }),
  requires: ({ input }) => [{ action: "read", resource: "device", ownerId: input.userId }],
  async run({ input, transaction }) {
    const owned = await transaction
      .select()
      .from(devices)
      .where(and(eq(devices.userId, input.userId), isNull(devices.deletedAt)))
      .orderBy(asc(devices.createdAt), asc(devices.id))
      .limit(MAX_DEVICES);
    const found = await readReconnections(transaction, owned);
    return [...found].map(([deviceId, reconnection]) => ({ deviceId, ...reconnection }));
  },
});
