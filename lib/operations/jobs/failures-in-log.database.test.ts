import { afterAll, beforeAll, expect, it } from "vitest";
import { captureLog, findLeaks } from "@/testing/captured-log";
import { installFailures } from "@/testing/failing-database";
import { createOrganization, ownerConnection, type TestOrganization } from "@/testing/organization";
import { addManufacturerAccount } from "@/testing/records/connections";
import { addBulkAction, addImport } from "@/testing/records/customers";
import { queueSomeMail } from "@/testing/records/team";
import { addWebhook } from "@/testing/records/webhooks";
import type { RunningWorker } from "./run-worker";
import { startWorker, workerTasks } from "./start-worker";

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
const lines = captureLog();
let setFailing: Awaited<ReturnType<typeof installFailures>>;
let worker: RunningWorker | undefined;

beforeAll(async () => {
  setFailing = await installFailures(owner.client);
  worker = await startWorker();
});
afterAll(async () => {
  await worker?.stop(10_000);
  await owner.client.end();
});

type Payload = { organizationId: string; id?: string; mailId?: string };

/** What a job of each task says, of records that hold seeded values. */
async function buildPayloads(organization: TestOrganization): Promise<Record<string, Payload>> {
  const organizationId = organization.id;
  const accountId = await addManufacturerAccount(organization, owner.tables);
  await addWebhook(organization, owner.tables);
  const ids: Record<string, string> = {
    "read-account": accountId,
    "give-back-access": accountId,
    "write-device-settings": organization.deviceId,
    "work-bulk-action": await addBulkAction(organization, owner.tables),
    "work-import": await addImport(organization, owner.tables, { state: "running" }),
  };
  const mailId = await queueSomeMail(organization, owner.tables);
  return Object.fromEntries(
    Object.keys(workerTasks).map((task) => {
      const id = ids[task];
      return [task, { organizationId, mailId, ...(id && { id }) }];
    }),
  );
}

/** Has the worker do the jobs, each once, and waits until it has. @returns the ids of the jobs by their tasks */
async function runJobs(payloads: Record<string, object>): Promise<[task: string, id: string][]> {
  const added: [string, string][] = [];
  for (const [task, payload] of Object.entries(payloads)) {
    const [job] = await owner.client<{ id: string }[]>`
      select id::text from graphile_worker.add_job(
        ${task}, ${JSON.stringify(payload)}::text::json, max_attempts => 1)`;
    if (job) added.push([task, job.id]);
  }
  const ids = added.map(([, id]) => id);
  await expect
    .poll(
      () => owner.client`
        select id from graphile_worker.jobs
        where id::text = any (${ids}) and (attempts < max_attempts or locked_at is not null)`,
      { timeout: 40_000, interval: 100 },
    )
    .toHaveLength(0);
  return added;
}

/** What the queue keeps of failures, for as long as it keeps the job. */
async function readKeptErrors(): Promise<string[]> {
  const rows = await owner.client<{ last_error: string }[]>`
    select last_error from graphile_worker.jobs where last_error is not null`;
  return rows.map((row) => row.last_error);
}

it.each(["reads", "writes", "statements"] as const)(
  "logs and keeps nothing that any task was about while %s fail",
  async (failing) => {
    const organization = await createOrganization(owner.tables);
    const payloads = await buildPayloads(organization);
    lines.length = 0;
    await setFailing(failing);
    const jobs = await runJobs(payloads);
    await setFailing("nothing");
    const output = lines.join("\n");
    if (failing === "statements") {
      const isLogged = (id: string) =>
        output.includes(`"job-${id}"`) || output.includes(`"jobId":"${id}"`);
      expect(jobs.filter(([, id]) => !isLogged(id))).toEqual([]);
    }
    expect(output).toMatch(/failed/);
    expect(findLeaks(lines, [organization.mark])).toEqual([]);
    const errors = await readKeptErrors();
    expect(errors).not.toEqual([]);
    expect(findLeaks(errors, [organization.mark])).toEqual([]);
  },
);

it("logs and keeps nothing of a payload that cannot be read", async () => {
  const secret = "secret-of-a-payload@home.example";
  const payload = { organizationId: secret, id: secret, mailId: secret };
  const payloads = Object.fromEntries(Object.keys(workerTasks).map((task) => [task, payload]));
  lines.length = 0;
  await runJobs(payloads);
  expect(lines.join("\n")).toContain("a job failed");
  expect(findLeaks(lines, [secret])).toEqual([]);
  expect(findLeaks(await readKeptErrors(), [secret])).toEqual([]);
});
