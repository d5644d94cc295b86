import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { roleAssignments, secondFactors, users } from "@/db/schema";
import { may } from "@/lib/core/access/authorize";
import { nameColumns } from "@/lib/core/people/name-columns";
import { personName } from "@/lib/core/people/person-name";
import { isUnreadablePhone } from "@/lib/core/people/phone-number";
import { defineQuery } from "@/lib/define-use-case";
import { openSessions } from "@/lib/identity/auth/open-sessions";
import { recentHistory } from "@/lib/platform/audit/recent-history";
import { readOnboarding } from "../onboarding/read-onboarding";
import { loadMember, onMember } from "./find-member";
import { hasAccessEnded } from "./has-access-ended";
import { latestInvitations } from "./latest-invitations";
import { findObstacle } from "./member-obstacle";
import { memberReference } from "./team-schema";

/** One team member with the roles they had and why, their invitation, and what may be done to them. */
export const getTeamMember = defineQuery({
  name: "getTeamMember",
  input: memberReference,
  load: loadMember,
  requires: onMember("read"),
  async run({ actor, transaction, subject: member }) {
    const mayManage = may(actor, "update", member.role);
    const assignments = await transaction
      .select({
        id: roleAssignments.id,
        role: roleAssignments.role,
        reason: roleAssignments.reason,
        createdAt: roleAssignments.createdAt,
        ...nameColumns,
      })
      .from(roleAssignments)
      .leftJoin(
        users,
        and(
          eq(users.organizationId, roleAssignments.organizationId),
          eq(users.id, roleAssignments.assignedBy),
        ),
      )
      .where(eq(roleAssignments.userId, member.id))
      .orderBy(desc(roleAssignments.createdAt), desc(roleAssignments.id))
      .limit(50);
    return {
      id: member.id,
      name: personName(member),
      email: member.email,
      role: member.role,
      status: member.status,
      phone: member.phone,
      hasUnreadablePhone: isUnreadablePhone(member),
      externalUserId: member.externalUserId,
      lastSeenAt: member.lastSeenAt,
      createdAt: member.createdAt,
      accessEndsAt: member.accessEndsAt,
      hasAccessEnded: hasAccessEnded(member),
      termsVersion: member.termsVersion,
      termsAcceptedAt: member.termsAcceptedAt,
      invitation: (await latestInvitations(transaction, [member.id])).get(member.id),
      mayManage,
      /** Why role, suspension and removal are closed to the viewer, if they are. */
      obstacle: await findObstacle(transaction, actor, member),
      assignments: assignments.map(
        ({ companyName, firstName, lastName, email, ...assignment }) => ({
          ...assignment,
          assignedBy:
            email === null ? undefined : personName({ companyName, firstName, lastName, email }),
        }),
      ),
      onboarding: (await readOnboarding(transaction, [member.id])).get(member.id) ?? [],
      secondFactors: await transaction
        .select({ id: secondFactors.id, kind: secondFactors.kind, name: secondFactors.name })
        .from(secondFactors)
        .where(eq(secondFactors.userId, member.id))
        .limit(20),
      sessions: mayManage ? await openSessions(transaction, member.id) : [],
      history: mayManage ? await recentHistory(transaction, actor, member.id) : [],
    };
  },
});
