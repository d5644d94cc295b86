import "server-only";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { connectLinks, devices, organizations, users } from "@/db/schema";
import { readTenantToken } from "@/lib/identity/auth/tenant-token";
import { linkStage } from "./list-connect-links";

/** What belongs to the secret of a link: the link, whose it is, and the device it is about. */
export async function findConnectLink(transaction: Transaction, token: string) {
  const secret = readTenantToken(token);
  if (!secret) return undefined;
  const [found] = await transaction
    .select({ link: connectLinks, user: users, device: devices, organization: organizations })
    .from(connectLinks)
    .innerJoin(
      users,
      and(eq(users.organizationId, connectLinks.organizationId), eq(users.id, connectLinks.userId)),
    )
    .innerJoin(organizations, eq(organizations.id, connectLinks.organizationId))
    .leftJoin(
      devices,
      and(
        eq(devices.organizationId, connectLinks.organizationId),
        eq(devices.id, connectLinks.deviceId),
      ),
    )
    .where(eq(connectLinks.tokenHash, secret.tokenHash));
  if (found?.user.role !== "user") return undefined;
  const stage = linkStage(found.link);
  const isGone =
    found.user.deletedAt !== null ||
    found.user.archivedAt !== null ||
    (found.device?.deletedAt ?? null) !== null;
  return { ...found, stage: isGone ? ("revoked" as const) : stage };
}

export type FoundLink = NonNullable<Awaited<ReturnType<typeof findConnectLink>>>;

/** Whether something can still be done with a link. */
export const isUsable = ({ stage }: { stage: FoundLink["stage"] }): boolean =>
  stage !== "completed" && stage !== "revoked" && stage !== "expired";
