import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { walkAuditLog } from "@/lib/audit/verify-audit-log";
import { saveAuditStream } from "@/lib/audit-stream/audit-stream";
import { database } from "@/lib/database";
import { getImport } from "@/lib/imports/read-imports";
import { checkImport, createImport, runImport } from "@/lib/imports/write-import";
import { inviteTeamMember } from "@/lib/team/invite-team-member";
import { addClientToken } from "@/testing/api-tokens";
import { type LaunchedPortal, launchPortal } from "@/testing/launched-portal";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { startWebhookReceiver } from "@/testing/webhook-receiver";
import { keepCreating } from "./load";
import { reportTrial } from "./report";

const KILLS = Number(process.env.TRIAL_KILLS ?? 200);
const ROWS = 4000;
const INVITATIONS = 60;

const url = process.env.DATABASE_URL ?? "";
const owner = ownerConnection(url);
const receiver = await startWebhookReceiver();
let portal: LaunchedPortal;
let organization: TestOrganization;
let token: string;
beforeAll(async () => {
  process.env.ALLOW_PRIVATE_WEBHOOKS = "true";
  organization = await createOrganization(owner.tables);
  ({ token } = await addClientToken(organization, owner.tables));
  portal = await launchPortal(url);
});
afterAll(async () => {
  await portal?.stop();
  await receiver.stop();
  await owner.client.end();
});

const admin = () => actorOf(organization.admin);

async function importRows(): Promise<void> {
  const lines = Array.from({ length: ROWS }, (_, index) => `row-${index}@import.example;R${index}`);
  const content = ["E-Mail;Kundennummer", ...lines].join("\n");
  const { id } = await createImport(admin(), { kind: "end-user", fileName: "list.csv", content });
  const { mapping } = await getImport(admin(), { id });
  await checkImport(admin(), { id, mapping });
  await untilState(id, "checked");
  await runImport(admin(), { id, scope: "all" });
}

async function untilState(id: string, state: string): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    if ((await getImport(admin(), { id })).state === state) return;
    await sleep(500);
  }
  throw new Error(`The import is not ${state}.`);
}

async function invite(): Promise<void> {
  for (let index = 0; index < INVITATIONS; index++) {
    await inviteTeamMember(admin(), {
      email: `new-${index}@utility.example`,
      firstName: "New",
      lastName: `Colleague ${index}`,
      role: "staff",
      reason: "A trial",
    });
    await sleep(200);
  }
}

const count = async (pattern: string) => {
  const [row] = await owner.client<{ total: number; distinct: number }[]>`
    select count(*)::integer as total, count(distinct email)::integer as distinct from users
    where organization_id = ${organization.id} and email like ${pattern}`;
  return row ?? { total: 0, distinct: 0 };
};

/** How many invitations the mailbox holds for each address. */
function mailsByRecipient(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const file of readdirSync(portal.mailbox).filter((name) => name.endsWith(".json"))) {
    const mail = readFileSync(path.join(portal.mailbox, file), "utf8");
    const recipient = /new-\d+@utility\.example/.exec(mail)?.[0];
    if (recipient) counts.set(recipient, (counts.get(recipient) ?? 0) + 1);
  }
  return counts;
}

const streamed = () =>
  receiver.received.flatMap(({ body }) =>
    (JSON.parse(body) as { events: { sequence: number }[] }).events.map(({ sequence }) => sequence),
  );

async function untilSettled(isSettled: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 360; tries++) {
    if (await isSettled()) return;
    await sleep(1000);
  }
}

it("kills of web, worker or both lose nothing and do nothing twice", async () => {
  await saveAuditStream(admin(), { url: receiver.url });
  const creator = keepCreating(
    (index) => ({ role: "user", email: `made-${index}@home.example`, last_name: `No ${index}` }),
    {
      url: `${portal.baseUrl}/api/partners/v2.0/org/${organization.id}/users`,
      headers: { authorization: `Bearer ${token}` },
    },
    "kills",
  );
  const work = Promise.all([importRows(), invite()]);
  let killed = 0;
  while (killed < KILLS) {
    await sleep(200 + Math.random() * 4000);
    const { web, worker } = portal.processes();
    const victims = [[web], [worker], [web, worker]][killed % 3]?.filter(
      (pid) => pid !== undefined,
    );
    for (const pid of victims ?? []) process.kill(pid, "SIGKILL");
    killed += victims?.length ?? 0;
  }
  const acknowledged = await creator.stop();
  await work;
  await untilSettled(async () => {
    const [head] = await owner.client<{ sequence: number }[]>`
      select sequence::integer from audit_heads where organization_id = ${organization.id}`;
    return (
      (await count("row-%")).total === ROWS &&
      mailsByRecipient().size === INVITATIONS &&
      new Set(streamed()).has(head?.sequence ?? 0)
    );
  });
  const made = await count("made-%");
  const imported = await count("row-%");
  const mails = mailsByRecipient();
  const events = streamed();
  const highest = Math.max(...events);
  const lowest = Math.min(...events);
  const verdict = await database().read(organization.id, walkAuditLog);
  const lostEvents = highest - lowest + 1 - new Set(events).size;
  reportTrial("Kills of web and worker during work", {
    SIGKILLs: killed,
    "records acknowledged over the API": acknowledged,
    "of these lost": acknowledged - made.distinct,
    "of these doubled": made.total - made.distinct,
    "imported rows": ROWS,
    "of these lost ": ROWS - imported.distinct,
    "of these doubled ": imported.total - imported.distinct,
    invitations: INVITATIONS,
    "without a mail": INVITATIONS - mails.size,
    "with two mails": [...mails.values()].filter((mails) => mails > 1).length,
    "audit events streamed": new Set(events).size,
    "audit events never streamed": lostEvents,
    "audit log": verdict.isIntact ? "intact" : "broken",
  });
  expect(made).toEqual({ total: acknowledged, distinct: acknowledged });
  expect(imported).toEqual({ total: ROWS, distinct: ROWS });
  expect(mails.size).toBe(INVITATIONS);
  expect([...mails.values()].every((mails) => mails === 1)).toBe(true);
  expect(lostEvents).toBe(0);
  expect(verdict.isIntact).toBe(true);
  expect(creator.unexpected).toEqual([]);
});
