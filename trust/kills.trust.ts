import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { database } from "@/lib/core/database";
import { getBulkAction } from "@/lib/operations/bulk-actions/read-bulk-actions";
import { walkAuditLog } from "@/lib/platform/audit/verify-audit-log";
import { saveAuditStream } from "@/lib/platform/audit-stream/audit-stream";
import { addClientToken } from "@/testing/api-tokens";
import { type LaunchedPortal, launchPortal } from "@/testing/launched-portal";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { addWebhook } from "@/testing/records/webhooks";
import { startManufacturersForTest } from "@/testing/sandbox-manufacturer";
import { startWebhookReceiver } from "@/testing/webhook-receiver";
import { startCreating } from "./load";
import { reportTrial } from "./report";
import {
  acceptInvitations,
  connectAccounts,
  countReadSince,
  importRows,
  invitationMails,
  invite,
  tagMany,
} from "./work-under-kills";

const KILLS = Number(process.env.TRIAL_KILLS ?? 200);
const ROWS = 4000;
const TAGGED = 2000;
const INVITATIONS = 60;
/** One address may open 60 invitation links in a quarter of an hour, those sent again among them. */
const ACCEPTED = 20;
const ACCOUNTS = 5;

const url = process.env.DATABASE_URL ?? "";
const owner = ownerConnection(url);
const stream = await startWebhookReceiver();
const webhook = await startWebhookReceiver();
let manufacturers: Awaited<ReturnType<typeof startManufacturersForTest>>;
let portal: LaunchedPortal;
let organization: TestOrganization;
let token: string;
beforeAll(async () => {
  process.env.ALLOW_PRIVATE_WEBHOOKS = "true";
  process.env.ALLOW_INSECURE_WEBHOOKS = "true";
  manufacturers = await startManufacturersForTest();
  organization = await createOrganization(owner.tables);
  ({ token } = await addClientToken(organization, owner.tables));
  portal = await launchPortal(url);
});
afterAll(async () => {
  await portal?.stop();
  await manufacturers?.stop();
  await stream.stop();
  await webhook.stop();
  await owner.client.end();
});

const admin = () => actorOf(organization.admin);

const count = async (pattern: string) => {
  const [row] = await owner.client<{ total: number; distinct: number }[]>`
    select count(*)::integer as total, count(distinct email)::integer as distinct from users
    where organization_id = ${organization.id} and email like ${pattern}`;
  return row ?? { total: 0, distinct: 0 };
};

const streamed = () =>
  stream.received.flatMap(({ body }) =>
    (JSON.parse(body) as { events: { sequence: number }[] }).events.map(({ sequence }) => sequence),
  );

/** The messages about people whom the API created: their ids, by the id of the person. */
function messagesByPerson(): Map<string, Set<string>> {
  const messages = new Map<string, Set<string>>();
  for (const { headers, body } of webhook.received) {
    const { data } = JSON.parse(body) as { data: { user_id?: string; id?: string } };
    const person = data.user_id ?? data.id ?? "";
    messages.set(person, (messages.get(person) ?? new Set()).add(headers["webhook-id"] ?? ""));
  }
  return messages;
}

/** Those invited who have joined: active, with one role, given once. */
async function countAccepted({ id }: TestOrganization): Promise<number> {
  const [row] = await owner.client<{ number: number }[]>`
    select count(*)::integer as number from users u
    where organization_id = ${id} and email like 'new-%' and status = 'active' and 1 = (
      select count(*) from role_assignments a where a.organization_id = u.organization_id and a.user_id = u.id)`;
  return row?.number ?? 0;
}

async function untilSettled(isSettled: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 360; tries++) {
    if (await isSettled()) return;
    await sleep(1000);
  }
}

it("kills of web, worker or both lose nothing and do nothing twice", async () => {
  await saveAuditStream(admin(), { url: stream.url });
  await addWebhook(organization, owner.tables, { url: webhook.url, events: ["user.created"] });
  const connected = await connectAccounts(owner, manufacturers.url, ACCOUNTS);
  const bulkActionId = await tagMany(owner, organization, TAGGED);
  const creator = startCreating(
    (index) => ({ role: "user", email: `made-${index}@home.example`, last_name: `No ${index}` }),
    {
      url: `${portal.baseUrl}/api/partners/v2.0/org/${organization.id}/users`,
      headers: { authorization: `Bearer ${token}` },
    },
    "kills",
  );
  const work = Promise.all([
    importRows(organization, ROWS),
    invite(organization, INVITATIONS),
    acceptInvitations(portal, ACCEPTED),
  ]);
  let killed = 0;
  for (let round = 0; killed < KILLS; round++) {
    await sleep(500 + Math.random() * 9000);
    const { web, worker } = portal.processes();
    const victims = [[web], [worker], [web, worker]][round % 3]?.filter((pid) => pid !== undefined);
    for (const pid of victims ?? []) process.kill(pid, "SIGKILL");
    killed += victims?.length ?? 0;
  }
  const endOfKills = new Date();
  const acknowledged = await creator.stop();
  await work;
  const people = (
    await owner.client<{ id: string }[]>`
      select id from users where organization_id = ${organization.id} and email like 'made-%'`
  ).map(({ id }) => id);
  const untold = () => people.filter((id) => !messagesByPerson().has(id)).length;
  const bulkAction = () => getBulkAction(admin(), { id: bulkActionId });
  const accepted = () => countAccepted(organization);
  const accountsRead = () => countReadSince(owner, connected, endOfKills);
  await untilSettled(async () => {
    const [head] = await owner.client<{ sequence: number }[]>`
      select sequence::integer from audit_heads where organization_id = ${organization.id}`;
    return (
      (await count("row-%")).total === ROWS &&
      invitationMails(portal.mailbox).size === INVITATIONS &&
      (await bulkAction()).state === "done" &&
      (await accountsRead()) === ACCOUNTS &&
      untold() === 0 &&
      new Set(streamed()).has(head?.sequence ?? 0)
    );
  });
  const made = await count("made-%");
  const imported = await count("row-%");
  const tagged = await bulkAction();
  const mails = [...invitationMails(portal.mailbox).values()];
  const messages = messagesByPerson();
  const doublyTold = people.filter((id) => (messages.get(id)?.size ?? 0) > 1).length;
  const events = streamed();
  const lostEvents = Math.max(...events) - Math.min(...events) + 1 - new Set(events).size;
  const verdict = await database().read(organization.id, walkAuditLog);
  reportTrial("Kills of web and worker during work", {
    SIGKILLs: killed,
    "end-users acknowledged over the API": acknowledged,
    "end-users lost": acknowledged - made.distinct,
    "end-users doubled": made.total - made.distinct,
    "end-users without a webhook message": untold(),
    "end-users with two different webhook messages": doublyTold,
    "imported rows": ROWS,
    "imported rows lost": ROWS - imported.distinct,
    "imported rows doubled": imported.total - imported.distinct,
    "rows of a bulk action": TAGGED,
    "rows of a bulk action not done": TAGGED - tagged.doneCount,
    invitations: INVITATIONS,
    "invitations without a mail": INVITATIONS - mails.length,
    "invitations with two mails": mails.filter(({ length }) => length > 1).length,
    "invitations opened": ACCEPTED,
    "invitations opened that came to nothing": ACCEPTED - (await accepted()),
    "manufacturer accounts": ACCOUNTS,
    "manufacturer accounts not read again afterwards": ACCOUNTS - (await accountsRead()),
    "audit events streamed": new Set(events).size,
    "audit events never streamed": lostEvents,
    "audit log": verdict.isIntact ? "intact" : "broken",
  });
  expect(made).toEqual({ total: acknowledged, distinct: acknowledged });
  expect({ untold: untold(), doublyTold }).toEqual({ untold: 0, doublyTold: 0 });
  expect(imported).toEqual({ total: ROWS, distinct: ROWS });
  expect(tagged).toMatchObject({ state: "done", total: TAGGED, doneCount: TAGGED });
  expect(mails.map(({ length }) => length)).toEqual(Array.from({ length: INVITATIONS }, () => 1));
  expect(await accepted()).toBe(ACCEPTED);
  expect(await accountsRead()).toBe(ACCOUNTS);
  expect(lostEvents).toBe(0);
  expect(verdict.isIntact).toBe(true);
  expect(creator.unexpected).toEqual([]);
});
