import "server-only";
import { and, asc, eq, gt, inArray, isNull, ne, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { cases, users } from "@/db/schema";
import { type Actor, actorId } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { Invalid } from "@/lib/core/errors";
import { personName } from "@/lib/core/people/person-name";
import { type HandoverKind, handoverKinds } from "./departure-schema";
import { type MemberRole, memberRoles } from "./team-schema";

const MAX_OFFERED = 500;

const kinds = Object.keys(handoverKinds) as HandoverKind[];

/** Members who can take something over: active, and with access that has not ended. */
const isAvailable = () =>
  and(
    eq(users.status, "active"),
    isNull(users.deletedAt),
    or(isNull(users.accessEndsAt), gt(users.accessEndsAt, now())),
  );

type NewOwner = { id: string; name: string; role: MemberRole; openCases: number };

export type OfferedOwners = Record<
  HandoverKind,
  { owners: NewOwner[]; defaultId: string | undefined }
>;

/**
 * Who can take over each kind of records of a leaving member, with a choice to begin with: for cases the agent with the
 * fewest open ones, for all else the admin who acts.
 */
export async function listNewOwners(
  transaction: Transaction,
  actor: Actor,
  leaverId: string,
): Promise<OfferedOwners> {
  const members = await transaction
    .select()
    .from(users)
    .where(and(inArray(users.role, [...memberRoles]), isAvailable(), ne(users.id, leaverId)))
    .orderBy(asc(users.sortName), asc(users.id))
    .limit(MAX_OFFERED);
  const openCasesOf = await countOpenCases(
    transaction,
    members.map(({ id }) => id),
  );
  const owners = members.map((member) => ({
    id: member.id,
    name: personName(member),
    role: member.role === "admin" ? ("admin" as const) : ("staff" as const),
    openCases: openCasesOf.get(member.id) ?? 0,
  }));
  const offer = (kind: HandoverKind) => {
    const roles: readonly MemberRole[] = handoverKinds[kind].roles;
    const able = owners.filter(({ role }) => roles.includes(role));
    const own = able.find(({ id }) => id === actorId(actor)) ?? able[0];
    return { owners: able, defaultId: (kind === "cases" ? fewestOpenCases(able) : own)?.id };
  };
  return {
    cases: offer("cases"),
    clients: offer("clients"),
    views: offer("views"),
    accessEnds: offer("accessEnds"),
  };
}

/** The member with the fewest open cases; among equals staff before admins, then by name. */
function fewestOpenCases(owners: NewOwner[]): NewOwner | undefined {
  const rank = ({ role, openCases }: NewOwner) => openCases * 2 + (role === "admin" ? 1 : 0);
  return owners.toSorted((one, other) => rank(one) - rank(other))[0];
}

async function countOpenCases(
  transaction: Transaction,
  ids: string[],
): Promise<Map<string | null, number>> {
  if (ids.length === 0) return new Map();
  const rows = await transaction
    .select({ id: cases.assigneeId, count: sql<number>`count(*)::int` })
    .from(cases)
    .where(and(inArray(cases.assigneeId, ids), inArray(cases.state, ["open", "waiting"])))
    .groupBy(cases.assigneeId);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** The new owner of each kind; undefined where nobody was chosen. */
export type ChosenOwners = Record<HandoverKind, { id: string; name: string } | undefined>;

/**
 * Reads the members who were chosen to take over, and locks them until the transaction ends.
 * @throws Invalid at each choice that is not an available member of a role that can take over
 */
export async function requireNewOwners(
  transaction: Transaction,
  input: Record<(typeof handoverKinds)[HandoverKind]["field"], string>,
  leaverId: string,
): Promise<ChosenOwners> {
  const chosenIds = [...new Set(kinds.map((kind) => input[handoverKinds[kind].field]))].filter(
    (id) => id !== "" && id !== leaverId,
  );
  const members =
    chosenIds.length === 0
      ? []
      : await transaction
          .select()
          .from(users)
          .where(and(inArray(users.id, chosenIds), isAvailable()))
          .orderBy(asc(users.id))
          .for("share");
  const problems: Record<string, string> = {};
  const find = (kind: HandoverKind) => {
    const { field, roles } = handoverKinds[kind];
    if (input[field] === "") return undefined;
    const member = members.find(({ id }) => id === input[field]);
    if (member && roles.some((role) => role === member.role)) {
      return { id: member.id, name: personName(member) };
    }
    problems[field] = "choice";
    return undefined;
  };
  const chosen = {
    cases: find("cases"),
    clients: find("clients"),
    views: find("views"),
    accessEnds: find("accessEnds"),
  };
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
  return chosen;
}
