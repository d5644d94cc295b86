import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { users } from "@/db/schema";
import type { Actor, Member } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { personName } from "@/lib/core/people/person-name";

/**
 * The team member in whose name a job works, as they are now; undefined when they may not act any more.
 * @param jobId stands where a session's id does
 */
export async function personOfJob(
  transaction: Transaction,
  { organizationId, requestId }: Actor,
  userId: string,
  jobId: string,
): Promise<Member | undefined> {
  const [person] = await transaction.select().from(users).where(eq(users.id, userId));
  if (person?.status !== "active" || person.deletedAt || person.role === "user") return undefined;
  if (person.accessEndsAt && person.accessEndsAt <= now()) return undefined;
  return {
    kind: "member",
    role: person.role,
    organizationId,
    requestId,
    userId: person.id,
    sessionId: jobId,
    name: personName(person),
  };
}
