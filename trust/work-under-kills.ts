import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { devices } from "@/db/schema";
import { DatabaseUnavailable } from "@/lib/core/errors";
import {
  prepareBulkAction,
  startBulkAction,
} from "@/lib/operations/bulk-actions/start-bulk-action";
import { getImport } from "@/lib/operations/imports/read-imports";
import { checkImport, createImport, runImport } from "@/lib/operations/imports/write-import";
import { inviteTeamMember } from "@/lib/team/members/invite-team-member";
import {
  actorOf,
  createOrganization,
  type ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { addManufacturerAccount, registerSandboxAccount } from "@/testing/records/connections";
import { actionIds } from "./build-manifests";
import { boundary, parts } from "./raw-http";

type Owner = ReturnType<typeof ownerConnection>;

/** Longer than all kills take: a slow machine has a worker killed before it has read the file. */
const MAX_TRIES = 3600;

/** Has an import of end-users checked and run, row-0@import.example and so on. */
export async function importRows(organization: TestOrganization, rows: number): Promise<void> {
  const admin = actorOf(organization.admin);
  const lines = Array.from({ length: rows }, (_, index) => `row-${index}@import.example;R${index}`);
  const content = ["E-Mail;Kundennummer", ...lines].join("\n");
  const { id } = await createImport(admin, {
    kind: "end-user",
    fileName: "list.csv",
    content: Buffer.from(content),
  });
  const { mapping } = await getImport(admin, { id });
  await checkImport(admin, { id, mapping });
  for (let tries = 0; (await getImport(admin, { id })).state !== "checked"; tries++) {
    if (tries === MAX_TRIES) throw new Error("The import is not checked.");
    await sleep(500);
  }
  await runImport(admin, { id, scope: "all" });
}

/** Has many end-users tagged by one bulk action. @returns its id */
export async function tagMany(
  { client }: Owner,
  organization: TestOrganization,
  number: number,
): Promise<string> {
  await client`
    insert into users (organization_id, id, role, status, email, country)
    select ${organization.id}, gen_random_uuid(), 'user', 'active', 'bulk-' || number || '@bulk.example', 'CH'
    from generate_series(1, ${number}::integer) number`;
  const admin = actorOf(organization.admin);
  const { id } = await prepareBulkAction(admin, {
    list: "end-user",
    act: "add-tag",
    tag: "Trial",
    scope: "matching",
    parameters: "country=CH",
    requestKey: uuidv7(),
  });
  await startBulkAction(admin, { id });
  return id;
}

/** Invites new-0@utility.example and so on, one after another. */
export async function invite(organization: TestOrganization, number: number): Promise<void> {
  for (let index = 0; index < number; index++) {
    const invitation = {
      email: `new-${index}@utility.example`,
      firstName: "New",
      lastName: `Colleague ${index}`,
      role: "staff" as const,
      reason: "A trial",
    };
    for (let isInvited = false; !isInvited; await sleep(200)) {
      isInvited = await inviteTeamMember(actorOf(organization.admin), invitation).then(
        () => true,
        (error) => {
          if (error instanceof DatabaseUnavailable) return false;
          throw error;
        },
      );
    }
  }
}

/** The mails in the mailbox to those who were invited, by their address. */
export function invitationMails(mailbox: string): Map<string, string[]> {
  const mails = new Map<string, string[]>();
  if (!existsSync(mailbox)) return mails;
  for (const file of readdirSync(mailbox).filter((name) => name.endsWith(".json"))) {
    const mail = readFileSync(path.join(mailbox, file), "utf8");
    const recipient = /new-\d+@utility\.example/.exec(mail)?.[0];
    if (recipient) mails.set(recipient, [...(mails.get(recipient) ?? []), mail]);
  }
  return mails;
}

/** Opens invitations as colleagues would: sends the form again until the portal has answered. */
export async function acceptInvitations(
  portal: { baseUrl: string; mailbox: string },
  number: number,
): Promise<void> {
  const accept = actionIds.find(({ name }) => name === "acceptInvitationAction");
  for (let index = 0; index < number; index++) {
    const email = `new-${index}@utility.example`;
    let token: string | undefined;
    while (!token) {
      const [mail] = invitationMails(portal.mailbox).get(email) ?? [];
      token = /\/invite\/([\w.-]+)/.exec(mail ?? "")?.[1];
      await sleep(200);
    }
    const fields = {
      token,
      password: "quiet lantern orbits maple",
      firstName: "New",
      lastName: `Colleague ${index}`,
      phone: "",
      language: "en",
      timeZone: "Europe/Vienna",
      terms: "on",
    };
    const body = parts([
      ...Object.entries(fields).map(([name, value]): [string, string] => [`_1_${name}`, value]),
      ["0", '[{"status":"idle"},"$K1"]'],
    ]);
    for (let isAnswered = false; !isAnswered; await sleep(300)) {
      const response = await fetch(`${portal.baseUrl}/invite/${token}`, {
        method: "POST",
        redirect: "manual",
        headers: {
          origin: portal.baseUrl,
          "next-action": accept?.id ?? "",
          "content-type": `multipart/form-data; boundary=${boundary}`,
        },
        body,
        signal: AbortSignal.timeout(20_000),
      }).catch(() => undefined);
      isAnswered = response !== undefined && response.status < 500;
    }
  }
}

/** Connects devices of some organizations at the sandbox's manufacturer. @returns the organizations' ids */
export async function connectAccounts(
  { tables }: Owner,
  manufacturerUrl: string,
  number: number,
): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < number; index++) {
    const organization = await createOrganization(tables);
    const serial = `SN-${organization.mark}`;
    await tables
      .update(devices)
      .set({ externalDeviceId: serial, currentStateLastUpdatedAt: null })
      .where(eq(devices.id, organization.deviceId));
    const account = await registerSandboxAccount(manufacturerUrl, {
      maker: "nibe",
      email: organization.endUser.email,
      serial,
    });
    await addManufacturerAccount(organization, tables, account);
    ids.push(organization.id);
  }
  return ids;
}

/** How many accounts of some organizations have been read since a moment. */
export async function countReadSince(
  { tables }: Owner,
  organizationIds: string[],
  moment: Date,
): Promise<number> {
  const [row] = await tables.execute<{ number: number }>(sql`
    select count(*)::integer as number from manufacturer_accounts
    where organization_id in ${organizationIds} and last_read_at > ${moment.toISOString()}::timestamptz`);
  return row?.number ?? 0;
}
