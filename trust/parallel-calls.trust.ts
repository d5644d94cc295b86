import { afterAll, expect, it } from "vitest";
import { walkAuditLog } from "@/lib/platform/audit/verify-audit-log";
import { writeNotedCalls } from "@/partner-api/http/record-call";
import type { Operation } from "@/partner-api/operation";
import { operations } from "@/partner-api/operations";
import { strayFrom } from "@/testing/api-document";
import { addClientToken } from "@/testing/api-tokens";
import { type ApiRequest, callApi } from "@/testing/call-api";
import { apiExamples } from "@/testing/fuzz-operation";
import { createOrganization, ownerConnection, type TestOrganization } from "@/testing/organization";
import { actAsSeveralProcesses } from "@/testing/several-processes";
import { reportTrial } from "./report";

const url = process.env.DATABASE_URL ?? "";
const owner = ownerConnection(url);
const database = actAsSeveralProcesses(url, 4);
afterAll(async () => {
  await writeNotedCalls();
  await database.close();
  await owner.client.end();
});

const CALLS = Number(process.env.TRIAL_CALLS ?? 5000);
/** How often an operation is called at once, beside as many random others. */
const TIMES = 8;

type Call = { operation: Operation; request: ApiRequest };

const anyOf = <Item>(items: readonly Item[]) =>
  items[Math.floor(Math.random() * items.length)] as Item;

it("5,000 calls, each operation 8 times at once beside 8 random others of one organization, are answered as documented", async () => {
  const deadlocksBefore = await countDeadlocks();
  const statuses = new Map<number, number>();
  const faults: string[] = [];
  let called = 0;
  while (called < CALLS) {
    for (const operation of operations) {
      const organization = await createOrganization(owner.tables);
      const calls = await setUpCalls(operation, organization);
      const responses = await Promise.all(
        calls.map(async (call) => ({
          call,
          response: await callApi(call.operation, call.request),
        })),
      );
      called += responses.length;
      for (const { call, response } of responses) {
        const { status } = response;
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        const fault = await faultOf(call.operation, response);
        if (fault) faults.push(`${operation.id}, ${call.operation.id}: ${fault}`);
      }
      faults.push(...(await brokenRules(organization)).map((rule) => `${operation.id}: ${rule}`));
    }
  }
  const deadlocks = (await countDeadlocks()) - deadlocksBefore;
  reportTrial("Parallel calls of the Partner API", {
    "operations called": operations.length,
    "calls, 16 at a time": called,
    "answered with 2xx": sumOf(statuses, (status) => status < 300),
    "refused with 4xx": sumOf(statuses, (status) => status >= 400 && status < 500),
    "asked to wait with 503": statuses.get(503) ?? 0,
    "answered with 500, or otherwise than documented": faults.length,
    "deadlocks in PostgreSQL": deadlocks,
  });
  expect(faults).toEqual([]);
  expect(deadlocks).toBe(0);
});

/** The operation's calls: some are of the same record, as several workers of a client might make them. */
async function setUpCalls(operation: Operation, organization: TestOrganization): Promise<Call[]> {
  const { token } = await addClientToken(organization, owner.tables);
  const own = await setUp(operation, organization, token);
  const calls = Array.from({ length: TIMES }, () => own);
  while (calls.length < 2 * TIMES) {
    // Two examples that make the same record cannot meet: another one is drawn.
    const other = await setUp(anyOf(operations), organization, token).catch(() => undefined);
    if (other) calls.push(other);
  }
  return calls;
}

async function setUp(
  operation: Operation,
  organization: TestOrganization,
  token: string,
): Promise<Call> {
  const example = anyOf(apiExamples[operation.id] ?? []);
  const request = await example.request(organization, owner.tables);
  return { operation, request: { organizationId: organization.id, token, ...request } };
}

async function faultOf(operation: Operation, response: Response): Promise<string | undefined> {
  if (response.status === 500) return `500 ${await response.text()}`;
  if (response.status === 503 && !response.headers.has("retry-after"))
    return "503 without Retry-After";
  return strayFrom(operation, response);
}

/** What must hold of an organization after any calls. */
async function brokenRules({ id }: TestOrganization): Promise<string[]> {
  const broken: string[] = [];
  const { fault } = await database.read(id, walkAuditLog);
  if (fault) broken.push("the audit log is not intact");
  const admins = await owner.client`
    select 1 from users where organization_id = ${id} and role = 'admin' and status = 'active' and deleted_at is null`;
  if (admins.length === 0) broken.push("no admin is left");
  return broken;
}

/** Of the whole server, as its statistics count them. */
async function countDeadlocks(): Promise<number> {
  await owner.client`select pg_stat_force_next_flush()`;
  const [row] = await owner.client`select sum(deadlocks)::int as deadlocks from pg_stat_database`;
  return row?.deadlocks ?? 0;
}

const sumOf = (statuses: Map<number, number>, isWanted: (status: number) => boolean) =>
  [...statuses].reduce((sum, [status, count]) => sum + (isWanted(status) ? count : 0), 0);
