import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { users } from "../db/schema";
import type { Member } from "../lib/core/access/actor";
import { holdClock } from "../lib/core/clock";
import { database } from "../lib/core/database";
import { getEndUser } from "../lib/customers/end-users/get-end-user";
import { listEndUsers } from "../lib/customers/end-users/list-end-users";
import { updateEndUser } from "../lib/customers/end-users/update-end-user";
import { addNote } from "../lib/customers/notes/write-note";
import { addTag } from "../lib/customers/tags/write-tags";
import { createReconnectionLink } from "../lib/devices/connections/create-connect-link";
import { listDevices } from "../lib/devices/devices/list-devices";
import { pauseDevice } from "../lib/devices/devices/pause-device";
import { saveAnswerTemplate } from "../lib/support/cases/answer-templates";
import { getCase } from "../lib/support/cases/read-cases";
import { createCase, updateCase } from "../lib/support/cases/write-case";
import { addCaseNote, answerCase } from "../lib/support/cases/write-entry";
import { runDiagnosis } from "../lib/support/diagnosis/run-diagnosis";
import { createSavedView } from "../lib/support/list-views/saved-views";
import { createHandbookEntry } from "../lib/team/handbook/write-handbook-entry";
import { answers, calls, type DemoCase, demoCases, handbookEntry } from "./demo-week-words";

const hour = 3_600_000;

/** Something that somebody did some hours ago. */
type Act = { hoursAgo: number; who: keyof Team; act: (actor: Member) => Promise<unknown> };

type Team = Record<"clara" | "ines" | "lea" | "samuel", Member>;

/**
 * Lets the demo's team work for a week, by the use-cases that people call: cases, notes, tags, changes of
 * records and links, each at its moment in the past, with everything that follows from it in the audit log.
 */
export async function playDemoWeek(organizationId: string): Promise<void> {
  const team: Team = {
    clara: await memberOf(organizationId, "admin@demo.example"),
    ines: await memberOf(organizationId, "ines.brandt@demo.example"),
    lea: await memberOf(organizationId, "lea.winter@demo.example"),
    samuel: await memberOf(organizationId, "staff@demo.example"),
  };
  const present = Date.now();
  const acts = [...supportOf(), ...(await daysOf(team))];
  try {
    for (const { hoursAgo, who, act } of acts.toSorted((a, b) => b.hoursAgo - a.hoursAgo)) {
      holdClock(new Date(present - hoursAgo * hour));
      await act({ ...team[who], requestId: randomUUID() });
      await recordSeen(team[who], hoursAgo);
    }
  } finally {
    holdClock();
  }
}

/** Marks those who worked as seen. */
async function recordSeen({ organizationId, userId }: Member, hoursAgo: number): Promise<void> {
  const lastSeenAt = new Date(Date.now() - hoursAgo * hour);
  await database().write(organizationId, (transaction) =>
    transaction.update(users).set({ lastSeenAt }).where(eq(users.id, userId)),
  );
}

async function memberOf(organizationId: string, email: string): Promise<Member> {
  const [found] = await database().read(organizationId, (transaction) =>
    transaction
      .select()
      .from(users)
      .where(and(eq(users.email, email), eq(users.status, "active"))),
  );
  if (!found || found.role === "user") throw new Error(`${email} is not in the demo's team.`);
  return {
    kind: "member",
    role: found.role,
    organizationId,
    requestId: randomUUID(),
    userId: found.id,
    sessionId: found.id,
    name: `${found.firstName} ${found.lastName}`,
    clientAddress: "192.0.2.24",
  };
}

/** What is written down for the team, and how it looks at its lists. */
function supportOf(): Act[] {
  const view = (name: string, parameters: string) => (actor: Member) =>
    createSavedView(actor, { list: "device", name, parameters, isShared: true });
  return [
    { hoursAgo: 150, who: "clara", act: (actor) => createHandbookEntry(actor, handbookEntry) },
    {
      hoursAgo: 149,
      who: "lea",
      act: view("Disconnected for a week", "connection=disconnected&waitingHours=168&sort=waiting"),
    },
    {
      hoursAgo: 124,
      who: "samuel",
      act: view("Heat pumps with errors", "kind=heat_pump&connection=error"),
    },
    ...answers.map(
      (answer, index): Act => ({
        hoursAgo: 123 - index,
        who: "samuel",
        act: (actor) => saveAnswerTemplate(actor, answer),
      }),
    ),
  ];
}

/** What came in by telephone, and what was done about it. */
async function daysOf(team: Team): Promise<Act[]> {
  const { rows: disconnected } = await listDevices(team.samuel, {
    connection: "disconnected",
    size: 25,
  });
  const { rows: pumps } = await listDevices(team.samuel, {
    kind: "heat_pump",
    connection: "connected",
    size: 25,
  });
  const { rows: people } = await listEndUsers(team.samuel, { devices: "any", size: 50 });
  const callers = people.slice(0, calls.length);
  return [
    ...demoCases.flatMap((told, index) => {
      const device = pumps[index * 3];
      return device ? workOn(told, team, device.owner.id) : [];
    }),
    ...calls.flatMap(({ note, tag, phone, hoursAgo, who }, index): Act[] => {
      const caller = callers[index];
      if (!caller) return [];
      const { id } = caller;
      return [
        { hoursAgo: hoursAgo + 0.3, who, act: (actor) => runDiagnosis(actor, { userId: id }) },
        {
          hoursAgo: hoursAgo + 0.1,
          who,
          act: (actor) => addNote(actor, { userId: id, body: note }),
        },
        ...(tag ? [{ hoursAgo, who, act: (actor: Member) => addTag(actor, { id, tag }) }] : []),
        ...(phone
          ? [
              {
                hoursAgo: hoursAgo - 0.1,
                who,
                act: (actor: Member) => rewritePhone(actor, id, phone),
              },
            ]
          : []),
      ];
    }),
    ...disconnected.slice(0, 6).map(
      (device, index): Act => ({
        hoursAgo: 74 - index * 11,
        who: index % 2 === 0 ? "samuel" : "lea",
        act: (actor) => createReconnectionLink(actor, { deviceId: device.id, isMailed: true }),
      }),
    ),
    ...pumps.slice(20, 22).map(
      (device, index): Act => ({
        hoursAgo: 3 - index,
        who: "lea",
        act: (actor) => pauseDevice(actor, { id: device.id, hours: 24 }),
      }),
    ),
  ];
}

async function rewritePhone(actor: Member, id: string, phone: string): Promise<void> {
  const { fields, version } = await getEndUser(actor, { id });
  await updateEndUser(actor, { ...fields, phone, id, version });
}

/** A case from its opening to where it is now. */
function workOn(told: DemoCase, team: Team, userId: string): Act[] {
  const { who, subject, priority, hoursAgo, note, question, answer } = told;
  let id = "";
  const assigneeId = team[who].userId;
  return [
    {
      hoursAgo,
      who,
      act: async (actor) => {
        ({ id } = await createCase(actor, { subject, priority, userId, assigneeId, note }));
      },
    },
    ...(question
      ? [
          {
            hoursAgo: hoursAgo - 0.5,
            who,
            act: (actor: Member) =>
              addCaseNote(actor, { id, body: question, mentions: team.ines.userId }),
          },
        ]
      : []),
    ...(answer
      ? [
          {
            hoursAgo: hoursAgo - 1.5,
            who,
            act: (actor: Member) => answerCase(actor, { id, body: answer }),
          },
        ]
      : []),
    ...(told.isSolved
      ? [
          {
            hoursAgo: hoursAgo - 2,
            who,
            act: async (actor: Member) => {
              const { version } = await getCase(actor, { id });
              const fields = { id, version, subject, priority, assigneeId };
              return updateCase(actor, { ...fields, state: "solved" });
            },
          },
        ]
      : []),
  ];
}
