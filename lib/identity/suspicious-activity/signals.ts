import "server-only";
import { and, eq, gt, inArray, isNotNull, isNull, min, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  auditEvents,
  type FindingEvidence,
  type securityFindings,
  sessions,
  users,
} from "@/db/schema";
import type { AuditAction } from "@/lib/core/audit/actions";
import { now } from "@/lib/core/clock";
import { nameColumns } from "@/lib/core/people/name-columns";
import { personName } from "@/lib/core/people/person-name";
import { selectEvents } from "@/lib/platform/audit/read-events";
import { networkOf } from "../auth/client-address";
import { describeBrowser, describeDevice } from "../auth/describe-device";
import { groupBy } from "./group-by";

export type { FindingEvidence };

export const minute = 60_000;

/** What the watch found in its window, before it is compared with what is open already. */
export type Signal = Pick<
  typeof securityFindings.$inferInsert,
  "kind" | "subjectType" | "subjectId" | "subjectName"
> & {
  evidence: FindingEvidence[];
  /** So much evidence that is not yet part of a finding makes one. */
  least: number;
};

/** Bursts: a number of events of these actions within a number of minutes, counted by target or by actor. */
const bursts: {
  kind: Signal["kind"];
  actions: AuditAction[];
  least: number;
  minutes: number;
  by: "target" | "actor";
}[] = [
  // As many as one address has before it must wait: beyond that a guess is not even a failed login.
  { kind: "failed_logins", actions: ["session.failed"], least: 5, minutes: 10, by: "target" },
  {
    kind: "mass_export",
    actions: [
      "audit-log.exported",
      "team.exported",
      "organization.exported",
      "end-user.exported",
      "list.exported",
    ],
    least: 4,
    minutes: 60,
    by: "actor",
  },
  {
    kind: "mass_deletion",
    actions: [
      "end-user.deleted",
      "end-user.erased",
      "device.deleted",
      "handbook.deleted",
      "member.removed",
    ],
    least: 20,
    minutes: 60,
    by: "actor",
  },
  {
    kind: "revoked_credential",
    actions: ["api-client.refused"],
    least: 1,
    minutes: 10,
    by: "target",
  },
];

/** The actions of events that any part of the watch looks at. The database's index of due work knows them too. */
export const watchedActions: AuditAction[] = bursts.flatMap(({ actions }) => actions);

/** More events than this in a window tell nothing new. */
export const maxEvents = 2000;

/** The bursts of the audit log, each with the events that it rests on. */
export async function findBursts(transaction: Transaction): Promise<Signal[]> {
  const signals: Signal[] = [];
  for (const burst of bursts) {
    const events = await selectEvents(transaction)
      .where(
        and(
          inArray(auditEvents.action, burst.actions),
          gt(auditEvents.createdAt, new Date(now().getTime() - burst.minutes * minute)),
        ),
      )
      .orderBy(auditEvents.createdAt)
      .limit(maxEvents);
    const bySubject = groupBy(events, (event) =>
      burst.by === "target" ? event.targetId : event.actorId,
    );
    for (const [subjectId, found] of bySubject) {
      const [first] = found;
      if (!subjectId || !first || found.length < burst.least) continue;
      signals.push({
        kind: burst.kind,
        least: burst.least,
        subjectType:
          (burst.by === "target" ? first.targetType : first.actorKind) === "api-client"
            ? "api-client"
            : "user",
        subjectId,
        subjectName: (burst.by === "target" ? first.targetName : first.actorName) ?? "–",
        evidence: found.map((event) => ({
          at: event.createdAt.toISOString(),
          action: event.action,
          ...(burst.by === "actor" && { what: event.targetName }),
          clientAddress: event.clientAddress,
        })),
      });
    }
  }
  return signals;
}

const ofMember = and(
  eq(users.organizationId, sessions.organizationId),
  eq(users.id, sessions.userId),
  inArray(users.role, ["admin", "staff"]),
);

const shownSession = {
  id: sessions.id,
  userId: sessions.userId,
  createdAt: sessions.createdAt,
  lastSeenAt: sessions.lastSeenAt,
  clientAddress: sessions.clientAddress,
  userAgent: sessions.userAgent,
  ...nameColumns,
};

/** Logins of team members, within ten minutes, with a browser that they have not used in 90 days. */
export async function findNewDevices(transaction: Transaction): Promise<Signal[]> {
  const at = now().getTime();
  const recent = await transaction
    .select(shownSession)
    .from(sessions)
    .innerJoin(users, ofMember)
    .where(
      and(
        gt(sessions.createdAt, new Date(at - 10 * minute)),
        eq(sessions.awaitsSecondFactor, false),
      ),
    )
    .limit(200);
  if (recent.length === 0) return [];
  const known = await transaction
    .select({
      userId: sessions.userId,
      userAgent: sessions.userAgent,
      since: min(sessions.createdAt),
    })
    .from(sessions)
    .where(
      and(
        inArray(sessions.userId, [...new Set(recent.map(({ userId }) => userId))]),
        gt(sessions.createdAt, new Date(at - 90 * 24 * 60 * minute)),
        eq(sessions.awaitsSecondFactor, false),
        isNotNull(sessions.userAgent),
      ),
    )
    .groupBy(sessions.userId, sessions.userAgent);
  return recent.flatMap((session) => {
    const earlier = known.filter(
      ({ userId, since }) => userId === session.userId && since && since < session.createdAt,
    );
    const browser = describeBrowser(session.userAgent);
    const isKnown = earlier.some(({ userAgent }) => describeBrowser(userAgent) === browser);
    if (earlier.length === 0 || !browser || isKnown) return [];
    return [
      {
        kind: "new_device" as const,
        least: 1,
        subjectType: "user" as const,
        subjectId: session.userId,
        subjectName: personName(session),
        evidence: [evidenceOf(session, session.createdAt)],
      },
    ];
  });
}

/** Team members whose open sessions were used from different networks within the same two minutes. */
export async function findSimultaneousUse(transaction: Transaction): Promise<Signal[]> {
  const active = await transaction
    .select(shownSession)
    .from(sessions)
    .innerJoin(users, ofMember)
    .where(
      and(
        isNull(sessions.revokedAt),
        eq(sessions.awaitsSecondFactor, false),
        gt(sessions.lastSeenAt, new Date(now().getTime() - 2 * minute)),
        sql`${sessions.clientAddress} is not null`,
      ),
    )
    .orderBy(sessions.lastSeenAt)
    .limit(maxEvents);
  return [...groupBy(active, ({ userId }) => userId)].flatMap(([subjectId, found]) => {
    const networks = new Set(
      found.flatMap(({ clientAddress }) => (clientAddress ? [networkOf(clientAddress)] : [])),
    );
    const [first] = found;
    if (networks.size < 2 || !first) return [];
    return [
      {
        kind: "simultaneous_use" as const,
        least: 1,
        subjectType: "user" as const,
        subjectId,
        subjectName: personName(first),
        evidence: found.map((session) => evidenceOf(session, session.lastSeenAt)),
      },
    ];
  });
}

function evidenceOf(
  session: { userAgent: string | null; clientAddress: string | null },
  at: Date,
): FindingEvidence {
  return {
    at: at.toISOString(),
    device: describeDevice(session.userAgent),
    clientAddress: session.clientAddress,
  };
}
