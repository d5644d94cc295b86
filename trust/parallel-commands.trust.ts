import { fork } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { projectFolder } from "@/commands/configuration";
import { Forbidden } from "@/lib/core/errors";
import { hashPassword } from "@/lib/identity/auth/password-hash";
import { walkAuditLog } from "@/lib/platform/audit/verify-audit-log";
import { type LaunchedPortal, launchPortal } from "@/testing/launched-portal";
import { createOrganization, ownerConnection, type TestOrganization } from "@/testing/organization";
import {
  commandExamples,
  faultsOf,
  refusedRolesFor,
  rolesFor,
  setUpExample,
  type UseCaseCall,
} from "@/testing/parallel-commands";
import { sessionCookieOf } from "@/testing/session-cookie";
import { actAsSeveralProcesses } from "@/testing/several-processes";
import { reportTrial } from "./report";

// Loading every file of the domain fills the registry.
import.meta.glob(["/lib/**/*.ts", "!/lib/**/*.test.ts"], { eager: true });

const url = process.env.DATABASE_URL ?? "";
const owner = ownerConnection(url);
const database = actAsSeveralProcesses(url, 4);
let passwordHash: string;
let portal: LaunchedPortal;
beforeAll(async () => {
  passwordHash = await hashPassword("known to the test");
  portal = await launchPortal(url);
});
afterAll(async () => {
  await portal?.stop();
  await database.close();
  await owner.client.end();
});

/** So many of the people in a pair may not do what they try. */
const REFUSED_SHARE = 0.25;

const PAIRS = Number(process.env.TRIAL_PAIRS ?? 2000);
const QUIET_MS = 30_000;

const anyOf = <Item>(items: readonly Item[]) =>
  items[Math.floor(Math.random() * items.length)] as Item;

it("2,000 random pairs of commands, a quarter of them refused, by different people of one organization end as done or refused", async () => {
  const commands = commandExamples();
  const bystander = await createOrganization(owner.tables, passwordHash);
  const reader = startReading(`${portal.baseUrl}/team`, bystander);
  await sleep(QUIET_MS);
  const quiet = reader.take();
  const faults: string[] = [];
  let refusals = 0;
  for (let pair = 0; pair < PAIRS; pair++) {
    const organization = await createOrganization(owner.tables, passwordHash);
    const names = [anyOf(commands), anyOf(commands)];
    const runs = await setUpPair(names, organization);
    if (!runs) {
      // Two examples that make the same record cannot meet: another pair is drawn.
      pair--;
      continue;
    }
    const pairName = names.map(({ name }) => name).join(" + ");
    const outcomes = (await Promise.all(runs.map((run) => run(2)))).flat();
    for (const fault of faultsOf(outcomes)) faults.push(`${pairName}: ${fault}`);
    const verdict = await database.read(organization.id, walkAuditLog);
    if (verdict.fault) faults.push(`${pairName}: audit log`);
    const admins = await owner.client`
      select 1 from users where organization_id = ${organization.id} and role = 'admin'
        and status = 'active' and deleted_at is null`;
    const mayBeGone = names.some(({ name }) => name === "eraseOrganizationStep");
    if (admins.length === 0 && !mayBeGone) faults.push(`${pairName}: no admin left`);
    const refused = outcomes.filter(
      (outcome) => outcome.status === "rejected" && outcome.reason instanceof Forbidden,
    ).length;
    refusals += refused;
    const audited = await owner.client`
      select 1 from audit_events
      where organization_id = ${organization.id} and action = 'access.refused'`;
    if (audited.length !== refused && !mayBeGone) {
      faults.push(`${pairName}: ${refused} refused, ${audited.length} of these audited`);
    }
  }
  const busy = reader.take();
  reader.stop();
  const [row] = await owner.client<{ deadlocks: number }[]>`
    select deadlocks::integer from pg_stat_database where datname = current_database()`;
  reportTrial("Random pairs of commands", {
    "command pairs run": PAIRS,
    "calls refused, each with its audit event": refusals,
    "answered as a fault of the portal": faults.length,
    "deadlocks that PostgreSQL broke and a retry passed": row?.deadlocks ?? 0,
    "pages of another organization read during it": busy.length,
    "of these anything else but 200": busy.filter(({ status }) => status !== 200).length,
    "page of another organization alone, median and 95 of 100 within (ms)": spread(quiet),
    "page of another organization under load, median and 95 of 100 within (ms)": spread(busy),
  });
  expect(faults).toEqual([]);
  expect(busy.filter(({ status }) => status !== 200)).toEqual([]);
  expect(quantile(busy, 0.5)).toBeLessThan(2 * quantile(quiet, 0.5));
});

async function setUpPair(pair: UseCaseCall[], organization: TestOrganization) {
  try {
    const runs = [];
    for (const command of pair) {
      const refused = refusedRolesFor(command);
      const isRefused = refused.length > 0 && Math.random() < REFUSED_SHARE;
      const role = anyOf(isRefused ? refused : rolesFor(command));
      runs.push(await setUpExample(command, role, organization, owner.tables));
    }
    return runs;
  } catch {
    return undefined;
  }
}

type Read = { ms: number; status: number };

/** Has one person read a page again and again. The first page, which loads the code for it, does not count. */
function startReading(page: string, { admin }: TestOrganization) {
  const child = fork(
    path.join(projectFolder, "trust/timed-reader.ts"),
    [page, sessionCookieOf(admin)],
    { execArgv: ["--import", "tsx"] },
  );
  const reads: Read[] = [];
  let isFirst = true;
  child.on("message", (read: Read) => {
    if (!isFirst) reads.push(read);
    isFirst = false;
  });
  return { take: () => reads.splice(0), stop: () => child.kill() };
}

function quantile(reads: Read[], share: number): number {
  const sorted = reads.map(({ ms }) => ms).toSorted((left, right) => left - right);
  return Math.round(sorted[Math.floor(sorted.length * share)] ?? Number.NaN);
}

const spread = (reads: Read[]) => `${quantile(reads, 0.5)}, ${quantile(reads, 0.95)}`;
