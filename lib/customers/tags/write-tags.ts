import "server-only";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { personName } from "@/lib/core/people/person-name";
import { defineCommand } from "@/lib/define-use-case";
import { findEndUser } from "../end-users/find-end-user";
import { tagEndUsers, untagEndUsers } from "./tag-end-users";
import { tagInput } from "./tag-schema";

/**
 * Gives an end-user a tag. One that is there already changes nothing.
 * @throws Conflict `tooManyTags`
 */
export const addTag = defineCommand({
  name: "addTag",
  input: tagInput,
  requires: { action: "update", resource: "end-user" },
  async run({ actor, input, transaction }) {
    const endUser = await findEndUser(transaction, input.id);
    const { organizationId } = actor;
    const changed = await tagEndUsers(transaction, {
      organizationId,
      tag: input.tag,
      userIds: [endUser.id],
    });
    return {
      result: { id: endUser.id },
      audit: changed.map(() => taggedEvent(endUser, input.tag, true)),
    };
  },
});

/** Takes a tag from an end-user. One that is not there changes nothing. */
export const removeTag = defineCommand({
  name: "removeTag",
  input: tagInput,
  requires: { action: "update", resource: "end-user" },
  async run({ input, transaction }) {
    const endUser = await findEndUser(transaction, input.id);
    const changed = await untagEndUsers(transaction, { tag: input.tag, userIds: [endUser.id] });
    return {
      result: { id: endUser.id },
      audit: changed.map(() => taggedEvent(endUser, input.tag, false)),
    };
  },
});

type Named = Parameters<typeof personName>[0] & { id: string };

/** What the audit log says of a tag given or taken. */
export function taggedEvent(endUser: Named, tag: string, isTagged: boolean): AuditEntry {
  return {
    action: isTagged ? "end-user.tagged" : "end-user.untagged",
    target: { type: "end-user", id: endUser.id, name: personName(endUser) },
    changes: { tag: isTagged ? { before: null, after: tag } : { before: tag, after: null } },
  };
}
