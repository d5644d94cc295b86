import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { users } from "@/db/schema";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { Invalid, VersionConflict } from "@/lib/core/errors";
import { mapUniqueViolations } from "@/lib/core/people/map-unique-violations";
import { personName } from "@/lib/core/people/person-name";
import { withPhoneColumns } from "@/lib/core/people/phone-number";
import { requirePostalCode } from "@/lib/core/validation/postal-code";
import { defineCommand } from "@/lib/define-use-case";
import { applyRole } from "./change-member-role";
import { loadMember } from "./find-member";
import { updateMemberInput } from "./team-schema";

/**
 * Changes a member's record, and their role where it is another one, in one go.
 * @throws VersionConflict when another wrote since the given version was read
 * @throws Invalid when the external id is taken, or for another address: members change that themselves
 * @throws Conflict `ownRole` or `lastAdmin`
 */
export const updateMember = defineCommand({
  name: "updateMember",
  input: updateMemberInput,
  locksOrganization: true,
  load: loadMember,
  requires: ({ input, subject }) => {
    const isNewRole = input.role !== subject.role;
    return [
      { action: "update", resource: subject.role },
      ...(isNewRole ? [{ action: "create" as const, resource: input.role }] : []),
    ];
  },
  requiresStepUp: ({ input, subject }) => input.role === "admin" && subject.role !== "admin",
  async run({ actor, input, transaction, subject: before }) {
    const { id, version, role, reason, email, ...fields } = input;
    if (version !== before.version) throw new VersionConflict(before, fields);
    if (email.toLowerCase() !== before.email.toLowerCase()) {
      throw new Invalid({ email: "memberAddress" });
    }
    requirePostalCode(fields, before);
    const audit: AuditEntry[] = [];
    if (role !== before.role) {
      audit.push(await applyRole(transaction, actor, before, { role, reason }));
    }
    const changes = changesBetween(before, fields);
    if (Object.keys(changes).length > 0) {
      const readVersion = audit.length > 0 ? version + 1 : version;
      const written = await withPhoneColumns(transaction, fields);
      const updated = await mapUniqueViolations(() =>
        transaction
          .update(users)
          .set({ ...written, version: sql`${users.version} + 1` })
          .where(and(eq(users.id, id), eq(users.version, readVersion)))
          .returning({ id: users.id }),
      );
      if (updated.length === 0) throw new VersionConflict(before, fields);
      audit.push({
        action: "member.updated",
        target: { type: "user", id, name: personName({ ...before, ...fields }) },
        changes,
      });
    }
    return { result: { id }, audit };
  },
});
