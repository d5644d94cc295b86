import "server-only";
import { and, eq } from "drizzle-orm";
import { addressChanges, users } from "@/db/schema";
import type { Actor } from "@/lib/core/access/actor";
import { isPerson } from "@/lib/core/access/actor";
import type { Requirement } from "@/lib/core/access/authorize";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { accountOf } from "@/lib/core/people/name-columns";
import { personName } from "@/lib/core/people/person-name";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { openSessions } from "../auth/open-sessions";
import { isWaitingChange } from "./open-address-change";

/** The requirement for everything a person does to their own account. */
export function ownAccount(action: "read" | "update") {
  return ({ actor }: { actor: Actor }): Requirement[] => [
    { action, resource: "own-account", ownerId: isPerson(actor) ? actor.userId : undefined },
  ];
}

/** The person behind an actor. @throws Forbidden for clients and jobs, which have no account */
export function personOf(actor: Actor) {
  if (!isPerson(actor)) throw new Forbidden("Only a person has an account.");
  return actor;
}

/** The viewer's own profile and open sessions. */
export const getOwnAccount = defineQuery({
  name: "getOwnAccount",
  input: z.object({}),
  requires: ownAccount("read"),
  async run({ actor, transaction }) {
    const { userId, sessionId } = personOf(actor);
    const [found] = await transaction.select().from(users).where(eq(users.id, userId));
    if (!found) throw new NotFound();
    const person = accountOf(found);
    const [change] = await transaction
      .select({
        email: addressChanges.email,
        oldConfirmedAt: addressChanges.oldConfirmedAt,
        newConfirmedAt: addressChanges.newConfirmedAt,
      })
      .from(addressChanges)
      .where(and(eq(addressChanges.userId, userId), isWaitingChange));
    const open = await openSessions(transaction, userId);
    const organization = await getOrganization(transaction);
    return {
      passwordLeastLength: organization.passwordLeastLength,
      name: personName(person),
      email: person.email,
      firstName: person.firstName,
      lastName: person.lastName,
      /** A change of address that waits for its confirmations. */
      addressChange: change,
      phone: person.phone,
      language: person.language,
      timeZone: person.timeZone,
      exportSeparator: person.exportSeparator,
      role: person.role,
      passwordChangedAt: person.passwordChangedAt,
      sessions: open.map((session) => ({ ...session, isCurrent: session.id === sessionId })),
    };
  },
});
