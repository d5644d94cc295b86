import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { auditEvents } from "@/db/schema";
import { inviteTeamMember } from "@/lib/team/members/invite-team-member";
import { actorOf, createOrganization, ownerConnection } from "@/testing/organization";
import { database } from "../database";
import { DatabaseUnavailable, Forbidden } from "../errors";

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => owner.client.end());

const real = database();
const inPlace = globalThis as { wattdeskDatabase?: Database };
afterEach(() => {
  inPlace.wattdeskDatabase = real;
});

/** Has writes that come to their end lose to a deadlock, so often. */
function loseToDeadlocks(times: number): void {
  let left = times;
  inPlace.wattdeskDatabase = {
    ...real,
    write: (organizationId, run, caller) =>
      real.write(
        organizationId,
        async (transaction) => {
          const result = await run(transaction);
          if (left-- > 0) {
            throw new DatabaseUnavailable({ kind: "conflict", isRolledBack: true, cause: "40P01" });
          }
          return result;
        },
        caller,
      ),
  };
}

it.each([0, 1, 4])("audits a refusal once, after %i deadlocks of its event", async (deadlocks) => {
  const organization = await createOrganization(owner.tables);
  loseToDeadlocks(deadlocks);
  const refused = inviteTeamMember(actorOf(organization.staff), {
    email: "new@utility.example",
    firstName: "New",
    lastName: "Colleague",
    role: "admin",
    reason: "Joins",
  });
  await expect(refused).rejects.toThrow(Forbidden);
  const events = await owner.tables
    .select({ actorId: auditEvents.actorId, targetId: auditEvents.targetId })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.organizationId, organization.id),
        eq(auditEvents.action, "access.refused"),
      ),
    );
  expect(events).toHaveLength(1);
});
