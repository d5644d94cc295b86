import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { departures } from "@/db/schema";
import { NotFound } from "@/lib/core/errors";
import { countUpToLimit } from "@/lib/core/lists/count-up-to-limit";
import { matchingWords } from "@/lib/core/lists/matching-words";
import { newestFirst } from "@/lib/core/lists/newest-first";
import { personName } from "@/lib/core/people/person-name";
import { defineQuery } from "@/lib/define-use-case";
import { findPendingStepUp } from "@/lib/identity/second-factor/step-up";
import { departureReference, listDeparturesInput } from "./departure-schema";
import { loadMember, onMember } from "./find-member";
import { listOwnedResources } from "./list-owned-resources";
import { findObstacle } from "./member-obstacle";
import { listNewOwners } from "./new-owners";
import { memberReference } from "./team-schema";

/** What a member owns, who could take over each kind, and what proof of identity the removal will ask for. */
export const prepareDeparture = defineQuery({
  name: "prepareDeparture",
  input: memberReference,
  load: loadMember,
  requires: onMember("delete"),
  async run({ actor, transaction, subject: member }) {
    return {
      id: member.id,
      name: personName(member),
      email: member.email,
      role: member.role,
      obstacle: await findObstacle(transaction, actor, member),
      ownedResources: await listOwnedResources(transaction, member.id),
      newOwners: await listNewOwners(transaction, actor, member.id),
      stepUp: await findPendingStepUp(transaction, actor),
    };
  },
});

/** Past departures, the latest first. */
export const listDepartures = defineQuery({
  name: "listDepartures",
  input: listDeparturesInput,
  requires: () => [
    { action: "delete", resource: "staff" },
    { action: "delete", resource: "admin" },
  ],
  async run({ input, transaction }) {
    const { where, orderBy, toPage } = newestFirst(departures, input);
    const conditions = matchingWords(
      sql`normalize_for_search(${departures.memberName} || ' ' || ${departures.memberEmail})`,
      input.search,
    );
    const found = await transaction
      .select({
        id: departures.id,
        memberName: departures.memberName,
        memberEmail: departures.memberEmail,
        role: departures.role,
        reason: departures.reason,
        decidedByName: departures.decidedByName,
        createdAt: departures.createdAt,
      })
      .from(departures)
      .where(and(...conditions, where))
      .orderBy(...orderBy)
      .limit(input.size + 1);
    const page = toPage(found, input.size);
    return {
      ...page,
      total: await countUpToLimit(transaction, departures, and(...conditions)),
    };
  },
});

/** The summary of one departure. */
export const getDeparture = defineQuery({
  name: "getDeparture",
  input: departureReference,
  requires: () => [
    { action: "delete", resource: "staff" },
    { action: "delete", resource: "admin" },
  ],
  async run({ input, transaction }) {
    const [departure] = await transaction
      .select()
      .from(departures)
      .where(eq(departures.id, input.id));
    if (!departure) throw new NotFound();
    const { organizationId, ...summary } = departure;
    return summary;
  },
});
