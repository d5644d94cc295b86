import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { connectLinks } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { NotFound } from "@/lib/core/errors";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { findDevice } from "../devices/find-device";
import { connectLinkReference } from "./connect-link-schema";

const shown = 10;

type Progress = Pick<
  typeof connectLinks.$inferSelect,
  "completedAt" | "revokedAt" | "expiresAt" | "startedAt" | "openedAt" | "failedAt"
>;

/** How far a link has come: the furthest of what happened with it. */
export function linkStage(link: Progress) {
  if (link.completedAt) return "completed" as const;
  if (link.revokedAt) return "revoked" as const;
  if (link.expiresAt <= now()) return "expired" as const;
  if (link.failedAt) return "failed" as const;
  if (link.startedAt) return "started" as const;
  return link.openedAt ? ("opened" as const) : ("sent" as const);
}

/** The latest links of a device or of an end-user, and what became of each. */
export const listConnectLinks = defineQuery({
  name: "listConnectLinks",
  input: z.union([z.object({ deviceId: z.uuid() }), z.object({ userId: z.uuid() })]),
  requires: async ({ input, transaction }) => {
    const ownerId =
      "userId" in input ? input.userId : (await findDevice(transaction, input.deviceId)).userId;
    return [{ action: "read", resource: "device", ownerId }];
  },
  async run({ input, transaction }) {
    const rows = await transaction
      .select()
      .from(connectLinks)
      .where(
        "userId" in input
          ? and(eq(connectLinks.userId, input.userId), isNull(connectLinks.deviceId))
          : eq(connectLinks.deviceId, input.deviceId),
      )
      .orderBy(desc(connectLinks.createdAt))
      .limit(shown);
    return rows.map((row) => ({
      id: row.id,
      channel: row.channel,
      createdByName: row.createdByName,
      createdAt: row.createdAt,
      expiresAt: row.expiresAt,
      openedAt: row.openedAt,
      startedAt: row.startedAt,
      completedAt: row.completedAt,
      failure: row.failure,
      stage: linkStage(row),
    }));
  },
});

/** Ends a link. One that has done its work stays as it is. */
export const revokeConnectLink = defineCommand({
  name: "revokeConnectLink",
  input: connectLinkReference,
  requires: async ({ input, transaction }) => {
    const { userId } = await findLink(transaction, input.id);
    return [{ action: "update", resource: "device", ownerId: userId }];
  },
  async run({ input, transaction }) {
    const link = await findLink(transaction, input.id);
    const [revoked] = await transaction
      .update(connectLinks)
      .set({ revokedAt: now() })
      .where(
        and(
          eq(connectLinks.id, link.id),
          isNull(connectLinks.revokedAt),
          isNull(connectLinks.completedAt),
        ),
      )
      .returning({ id: connectLinks.id });
    return {
      result: { deviceId: link.deviceId, userId: link.userId },
      audit: revoked
        ? [
            {
              action: "connect-link.revoked",
              target: link.deviceId
                ? { type: "device", id: link.deviceId }
                : { type: "end-user", id: link.userId },
            },
          ]
        : [],
    };
  },
});

async function findLink(transaction: Parameters<typeof findDevice>[0], id: string) {
  const [link] = await transaction.select().from(connectLinks).where(eq(connectLinks.id, id));
  if (!link) throw new NotFound();
  return link;
}
