import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { supportViews, users } from "@/db/schema";
import { type Actor, type EndUser, requireActorId } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { personName } from "@/lib/core/people/person-name";
import { endUserTarget, findEndUser } from "@/lib/customers/end-users/find-end-user";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { startSupportViewInput, supportViewReference } from "./support-view-schema";

const minutes = 15;

/** Begins a look at an end-user's own page, for a while and with a reason that stands in the log. */
export const startSupportView = defineCommand({
  name: "startSupportView",
  input: startSupportViewInput,
  requires: { action: "create", resource: "support-view" },
  async run({ actor, input, transaction }) {
    if (actor.kind !== "member") throw new Forbidden("Only somebody of the team looks.");
    const endUser = await findEndUser(transaction, input.userId);
    const [view] = await transaction
      .insert(supportViews)
      .values({
        organizationId: actor.organizationId,
        userId: endUser.id,
        memberId: actor.userId,
        reason: input.reason,
        expiresAt: sql`now() + make_interval(mins => ${minutes})`,
      })
      .returning({ id: supportViews.id });
    if (!view) throw new Error("The insert returned no row.");
    return {
      result: { id: view.id },
      audit: [
        {
          action: "support-view.started",
          target: endUserTarget(endUser),
          reason: input.reason,
        },
      ],
    };
  },
});

/** The actor's own look that is still open. */
const openViewOf = (actor: Actor, id: string) =>
  and(
    eq(supportViews.id, id),
    eq(supportViews.memberId, requireActorId(actor)),
    isNull(supportViews.endedAt),
    gt(supportViews.expiresAt, now()),
  );

/** @throws NotFound when there is no such look, or it is somebody else's */
async function findOwnView(transaction: Transaction, actor: Actor, id: string) {
  const [known] = await transaction
    .select({ userId: supportViews.userId })
    .from(supportViews)
    .where(and(eq(supportViews.id, id), eq(supportViews.memberId, requireActorId(actor))));
  if (!known) throw new NotFound();
  return known;
}

/**
 * Whose page a look shows, and until when; undefined once it is over.
 * @throws NotFound when it is somebody else's
 */
export const readSupportView = defineQuery({
  name: "readSupportView",
  input: supportViewReference,
  requires: { action: "read", resource: "support-view" },
  async run({ actor, input, transaction }) {
    const known = await findOwnView(transaction, actor, input.id);
    const [view] = await transaction
      .select({ id: supportViews.id, expiresAt: supportViews.expiresAt, user: users })
      .from(supportViews)
      .innerJoin(
        users,
        and(
          eq(users.organizationId, supportViews.organizationId),
          eq(users.id, supportViews.userId),
        ),
      )
      .where(and(openViewOf(actor, input.id), isNull(users.deletedAt)));
    if (!view) return { userId: known.userId, open: undefined };
    const { id, name } = { id: view.user.id, name: personName(view.user) };
    return { userId: id, open: { id: view.id, name, expiresAt: view.expiresAt } };
  },
});

/** Ends a look before its time. */
export const endSupportView = defineCommand({
  name: "endSupportView",
  input: supportViewReference,
  requires: { action: "update", resource: "support-view" },
  async run({ actor, input, transaction }) {
    const known = await findOwnView(transaction, actor, input.id);
    const [ended] = await transaction
      .update(supportViews)
      .set({ endedAt: now() })
      .where(openViewOf(actor, input.id))
      .returning({ userId: supportViews.userId });
    if (!ended) return { result: known, audit: [] };
    const endUser = await findEndUser(transaction, ended.userId);
    return {
      result: known,
      audit: [{ action: "support-view.ended", target: endUserTarget(endUser) }],
    };
  },
});

/**
 * The end-user as the one who reads, so that their page says what it says to them, by their rights. For reading
 * only: the viewer has no session of the end-user, and a write would look for one.
 */
export function readerOfView(
  { organizationId, requestId }: Actor,
  view: { id: string; name: string },
  userId: string,
): EndUser {
  return {
    kind: "end-user",
    role: "user",
    organizationId,
    requestId,
    userId,
    sessionId: view.id,
    name: view.name,
    isStreaming: false,
  };
}
