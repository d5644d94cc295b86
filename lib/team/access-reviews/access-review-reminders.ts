import "server-only";
import { and, isNull, lt, lte, or } from "drizzle-orm";
import { accessReviews } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { activeAdmins } from "@/lib/core/people/active-admins";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { notifyUser } from "@/lib/platform/mail/notify-user";

const day = 86_400_000;

/** Reminds the admins of an open review from three days before it is due, every second day. */
export const remindOfAccessReview = defineCommand({
  name: "remindOfAccessReview",
  input: z.object({}),
  requires: { action: "update", resource: "maintenance" },
  async run({ transaction }) {
    const at = now().getTime();
    const [review] = await transaction
      .update(accessReviews)
      .set({ remindedAt: now() })
      .where(
        and(
          isNull(accessReviews.closedAt),
          lte(accessReviews.dueAt, new Date(at + 3 * day)),
          or(
            isNull(accessReviews.remindedAt),
            lt(accessReviews.remindedAt, new Date(at - 2 * day + 3_600_000)),
          ),
        ),
      )
      .returning();
    if (!review) return { result: undefined, audit: [] };
    const organization = await getOrganization(transaction);
    for (const admin of await activeAdmins(transaction)) {
      await notifyUser(transaction, admin, {
        template: "review-reminder",
        parameters: {
          dueAt: review.dueAt.toISOString(),
          timeZone: admin.timeZone ?? organization.timeZone,
        },
      });
    }
    return { result: undefined, audit: [] };
  },
});
