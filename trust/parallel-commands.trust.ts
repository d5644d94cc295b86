import { afterAll, beforeAll, expect, it } from "vitest";
import { Forbidden } from "@/lib/core/errors";
import { hashPassword } from "@/lib/identity/auth/password-hash";
import { walkAuditLog } from "@/lib/platform/audit/verify-audit-log";
import { listTeamMembers } from "@/lib/team/members/list-team-members";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import {
  commandExamples,
  faultsOf,
  refusedRolesFor,
  rolesFor,
  setUpExample,
  type UseCaseCall,
} from "@/testing/parallel-commands";
import { actAsSeveralProcesses } from "@/testing/several-processes";
import { reportTrial } from "./report";

// Loading every file of the domain fills the registry.
import.meta.glob(["/lib/**/*.ts", "!/lib/**/*.test.ts"], { eager: true });

const url = process.env.DATABASE_URL ?? "";
const owner = ownerConnection(url);
const database = actAsSeveralProcesses(url, 4);
let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword("known to the test");
});
afterAll(async () => {
  await database.close();
  await owner.client.end();
});

/** So many of the people in a pair may not do what they try. */
const REFUSED_SHARE = 0.25;

const PAIRS = Number(process.env.TRIAL_PAIRS ?? 2000);

const anyOf = <Item>(items: readonly Item[]) =>
  items[Math.floor(Math.random() * items.length)] as Item;

it("2,000 random pairs of commands, a quarter of them refused, by different people of one organization end as done or refused", async () => {
  const commands = commandExamples();
  const bystander = await createOrganization(owner.tables, passwordHash);
  const quiet = await timeReads(bystander, 200);
  const faults: string[] = [];
  const busy: number[] = [];
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
    const running = Promise.all(runs.map((run) => run(2)));
    if (pair % 5 === 0) busy.push(...(await timeReads(bystander, 1)));
    const pairName = names.map(({ name }) => name).join(" + ");
    const outcomes = (await running).flat();
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
  const [row] = await owner.client<{ deadlocks: number }[]>`
    select deadlocks::integer from pg_stat_database where datname = current_database()`;
  reportTrial("Random pairs of commands", {
    "command pairs run": PAIRS,
    "calls refused, each with its audit event": refusals,
    "answered as a fault of the portal": faults.length,
    "deadlocks that PostgreSQL broke and a retry passed": row?.deadlocks ?? 0,
    "read of another organization, median alone (ms)": median(quiet),
    "read of another organization, median under load (ms)": median(busy),
  });
  expect(faults).toEqual([]);
  expect(median(busy)).toBeLessThan(2 * median(quiet));
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

/** How long a list of another organization's team takes, in milliseconds. */
async function timeReads(organization: TestOrganization, times: number): Promise<number[]> {
  const took: number[] = [];
  for (let index = 0; index < times; index++) {
    const start = performance.now();
    await listTeamMembers(actorOf(organization.admin), {});
    took.push(performance.now() - start);
  }
  return took;
}

function median(values: number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? 0) * 10) / 10;
}
