import "server-only";
import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import {
  organizationLogos,
  organizations,
  secondFactors,
  sessions,
  termsVersions,
  users,
} from "@/db/schema";
import type { EndUser, Member, RestrictedPerson } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { database } from "@/lib/core/database";
import { accountOf, nameColumns } from "@/lib/core/people/name-columns";
import { personName } from "@/lib/core/people/person-name";
import { ruleAsks } from "../second-factor/required-second-factor";
import { markSeen } from "./mark-seen";
import type { SessionReference } from "./start-session";
import { readTenantToken } from "./tenant-token";

/** How often a session's "last seen" is written. */
const SEEN_EVERY_SECONDS = 60;

export type Viewer = {
  actor: Member | EndUser | RestrictedPerson;
  /** What the person has to do before anything else is open to them. */
  pendingRequirement: "second-factor" | "terms" | undefined;
  email: string;
  language: "en" | "de" | null;
  timeZone: string;
  /** What separates the cells of files; null: by the language. */
  exportSeparator: "semicolon" | "comma" | null;
  organization: {
    name: string;
    slug: string;
    environment: "production" | "sandbox";
    timeZone: string;
    defaultLanguage: "en" | "de";
    accentColor: string | null;
    /** Changes with the logo; null without one. */
    logoHash: string | null;
  };
  /** The production or sandbox organization beside this one, where the person has an account too. */
  sibling: { name: string; slug: string; environment: "production" | "sandbox" } | null;
};

type Request = {
  requestId: string;
  clientAddress: string | undefined;
  /** The slug of the host that was asked, where it is an organization's own. */
  hostSlug?: string | undefined;
};

/**
 * Who is behind the token in a session cookie, read from the database each time, so that removal, suspension,
 * role changes and ended sessions act on the very next request.
 * @returns undefined when the session has ended, for any reason
 */
export async function findSession(token: string, request: Request): Promise<Viewer | undefined> {
  const read = readTenantToken(token);
  if (!read) return undefined;
  const { organizationId } = read;
  const found = await database().read(organizationId, async (transaction) => {
    const [row] = await transaction
      .select({
        sessionId: sessions.id,
        userId: sessions.userId,
        role: users.role,
        ...nameColumns,
        language: users.language,
        timeZone: users.timeZone,
        exportSeparator: users.exportSeparator,
        organization: {
          name: organizations.name,
          slug: organizations.slug,
          accentColor: organizations.accentColor,
          logoHash: sql<
            string | null
          >`(select ${organizationLogos.contentHash} from ${organizationLogos} where ${organizationLogos.organizationId} = ${sessions.organizationId})`,
          environment: organizations.environment,
          timeZone: organizations.timeZone,
          defaultLanguage: organizations.defaultLanguage,
        },
        sibling: sql<
          Viewer["sibling"]
        >`(select to_json(sibling) from find_sibling_environment(${users.emailNormalized}) sibling)`,
        secondFactorRule: organizations.secondFactorRule,
        termsVersion: users.termsVersion,
        newestTerms: sql<
          number | null
        >`(select max(${termsVersions.number}) from ${termsVersions} where ${termsVersions.organizationId} = ${sessions.organizationId})`,
        hasSecondFactor: sql<boolean>`exists (select 1 from ${secondFactors} where ${secondFactors.organizationId} = ${sessions.organizationId} and ${secondFactors.userId} = ${sessions.userId})`,
        isSeenLongAgo: sql<boolean>`${sessions.lastSeenAt} < now() - make_interval(secs => ${SEEN_EVERY_SECONDS})`,
      })
      .from(sessions)
      .innerJoin(
        users,
        and(eq(users.organizationId, sessions.organizationId), eq(users.id, sessions.userId)),
      )
      .innerJoin(organizations, eq(organizations.id, sessions.organizationId))
      .where(
        and(
          eq(sessions.tokenHash, read.tokenHash),
          eq(sessions.awaitsSecondFactor, false),
          isNull(sessions.revokedAt),
          sql`${sessions.expiresAt} > now()`,
          sql`${sessions.lastSeenAt} > now() - make_interval(mins => ${organizations.sessionIdleMinutes})`,
          eq(users.status, "active"),
          or(isNull(users.accessEndsAt), gt(users.accessEndsAt, now())),
          isNull(users.deletedAt),
          request.hostSlug ? eq(organizations.slug, request.hostSlug) : undefined,
        ),
      );
    return row;
  });
  if (!found) return undefined;
  const { sessionId, userId } = found;
  if (found.isSeenLongAgo) {
    await markSeen({ organizationId, sessionId, userId }, SEEN_EVERY_SECONDS);
  }

  const person = {
    userId,
    sessionId,
    organizationId,
    name: personName(found),
    requestId: request.requestId,
    clientAddress: request.clientAddress,
  };
  const pendingRequirement = findPendingRequirement(found);
  return {
    actor: actorFor(found, person, pendingRequirement),
    pendingRequirement,
    email: accountOf(found).email,
    language: found.language,
    timeZone: found.timeZone ?? found.organization.timeZone,
    exportSeparator: found.exportSeparator,
    organization: found.organization,
    sibling: found.sibling,
  };
}

/** The session of a token, whether or not it opens anything: for the step between password and second factor. */
export async function findSessionReference(token: string): Promise<SessionReference | undefined> {
  const read = readTenantToken(token);
  if (!read) return undefined;
  const { organizationId, tokenHash } = read;
  return database().read(organizationId, async (transaction) => {
    const [session] = await transaction
      .select({ sessionId: sessions.id, userId: sessions.userId })
      .from(sessions)
      .where(eq(sessions.tokenHash, tokenHash));
    return session && { organizationId, ...session };
  });
}

type Found = {
  role: "admin" | "staff" | "user";
  secondFactorRule: "optional" | "admins" | "team";
  hasSecondFactor: boolean;
  termsVersion: string | null;
  newestTerms: number | null;
};

/** What a person has to do before anything but their own account is open to them. */
export function findPendingRequirement(found: Found): Viewer["pendingRequirement"] {
  if (ruleAsks(found.secondFactorRule, found.role) && !found.hasSecondFactor) {
    return "second-factor";
  }
  // Before an organization publishes its own terms, members accept the built-in ones when they join.
  const isOutdated = found.newestTerms !== null && found.termsVersion !== String(found.newestTerms);
  return isOutdated ? "terms" : undefined;
}

export function actorFor(
  found: Found,
  person: Omit<Member, "kind" | "role">,
  pendingRequirement: Viewer["pendingRequirement"],
): Viewer["actor"] {
  if (pendingRequirement) return { kind: "restricted", role: "restricted", ...person };
  if (found.role === "user") return { kind: "end-user", role: found.role, ...person };
  return { kind: "member", role: found.role, ...person };
}
