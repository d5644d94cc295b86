import "server-only";
import { and, desc, inArray, isNull } from "drizzle-orm";
import { DateTime } from "luxon";
import type { Transaction } from "@/db/client";
import { accessReviewItems, accessReviews, users } from "@/db/schema";
import { type Actor, actorId } from "@/lib/core/access/actor";
import type { Requirement } from "@/lib/core/access/authorize";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { now } from "@/lib/core/clock";
import { Conflict } from "@/lib/core/errors";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { accountOf } from "@/lib/core/people/name-columns";
import { personName } from "@/lib/core/people/person-name";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { notifyUser } from "@/lib/platform/mail/notify-user";
import { startAccessReviewInput } from "./access-review-schema";

const day = 86_400_000;
const scheduledDays = 14;

/** Reviewing is looking at everybody's access, and being able to change it. */
export const reviewing = (): Requirement[] => [
  { action: "update", resource: "staff" },
  { action: "update", resource: "admin" },
];

/**
 * Starts a review of everybody in the team, as they are at this moment. The admins are told.
 * @throws Conflict `reviewOpen` while another one is
 */
export const startAccessReview = defineCommand({
  name: "startAccessReview",
  input: startAccessReviewInput,
  locksOrganization: true,
  requires: reviewing,
  run: ({ actor, input, transaction }) => begin(transaction, actor, input.days),
});

/** Starts the review that the calendar asks for, if it is time and none is open. */
export const startDueAccessReview = defineCommand({
  name: "startDueAccessReview",
  input: z.object({}),
  locksOrganization: true,
  requires: { action: "update", resource: "maintenance" },
  async run({ actor, transaction }) {
    const nothing = { result: { id: "" }, audit: [] };
    const organization = await getOrganization(transaction);
    if (!organization || organization.reviewEveryMonths === 0) return nothing;
    const [latest] = await transaction
      .select()
      .from(accessReviews)
      .orderBy(desc(accessReviews.createdAt))
      .limit(1);
    if (latest && !latest.closedAt) return nothing;
    const since = DateTime.fromJSDate(latest?.createdAt ?? organization.createdAt);
    const next = since.plus({ months: organization.reviewEveryMonths });
    return next.toJSDate() <= now() ? begin(transaction, actor, scheduledDays) : nothing;
  },
});

async function begin(
  transaction: Transaction,
  actor: Actor,
  days: number,
): Promise<{ result: { id: string }; audit: AuditEntry[] }> {
  const { organizationId } = actor;
  const [open] = await transaction
    .select({ id: accessReviews.id })
    .from(accessReviews)
    .where(isNull(accessReviews.closedAt));
  if (open) throw new Conflict("reviewOpen");
  const [review] = await transaction
    .insert(accessReviews)
    .values({
      organizationId,
      startedBy: actorId(actor) ?? null,
      dueAt: new Date(now().getTime() + days * day),
      createdAt: now(),
    })
    .returning();
  if (!review) throw new Error("The insert returned no row.");
  const members = await transaction
    .select()
    .from(users)
    .where(and(inArray(users.role, ["admin", "staff"]), isNull(users.deletedAt)));
  await transaction.insert(accessReviewItems).values(
    members.map(accountOf).map((member) => ({
      organizationId,
      reviewId: review.id,
      memberId: member.id,
      memberName: personName(member),
      memberEmail: member.email,
      role: member.role === "admin" ? ("admin" as const) : ("staff" as const),
      status: member.status,
      lastSeenAt: member.lastSeenAt,
    })),
  );
  const organization = await getOrganization(transaction);
  for (const admin of members.filter(
    ({ role, status }) => role === "admin" && status === "active",
  )) {
    await notifyUser(transaction, admin, {
      template: "review-started",
      parameters: {
        members: members.length,
        dueAt: review.dueAt.toISOString(),
        timeZone: admin.timeZone ?? organization.timeZone,
      },
    });
  }
  return {
    result: { id: review.id },
    audit: [
      {
        action: "access-review.started",
        target: { type: "access-review", id: review.id },
        changes: { members: { before: null, after: members.length } },
      },
    ],
  };
}
