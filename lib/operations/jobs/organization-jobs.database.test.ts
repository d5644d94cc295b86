import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, it } from "vitest";
import { NotFound } from "@/lib/core/errors";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { addJob } from "@/testing/records/jobs";
import { discardJob, listJobs, retryJob } from "./organization-jobs";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
});

const admin = () => actorOf(organization.admin);

it("shows what failed and why, and nothing of other organizations", async () => {
  const id = await addJob(organization, tables);
  await addJob(await createOrganization(tables), tables);
  const { queues, jobs } = await listJobs(admin(), {});
  expect(queues).toEqual([
    { task: "read-account", waiting: 0, running: 0, retrying: 0, failed: 1 },
  ]);
  expect(jobs).toMatchObject([{ id, state: "failed", reason: "The manufacturer did not answer" }]);
  expect(JSON.stringify(jobs)).not.toContain(organization.id);
});

it("tries a job again with all its tries, or gives it up", async () => {
  const id = await addJob(organization, tables);
  await retryJob(admin(), { id });
  const [again] = (await listJobs(admin(), {})).jobs;
  expect(again).toMatchObject({ id, attempts: 0 });
  expect(again?.runAt.getTime()).toBeLessThanOrEqual(Date.now() + 1000);
  await discardJob(admin(), { id });
  expect((await listJobs(admin(), {})).jobs).toEqual([]);
  await expect(discardJob(admin(), { id })).rejects.toThrow(NotFound);
});

it("leaves a job alone that runs, and one of another organization", async () => {
  const id = await addJob(organization, tables);
  const stranger = actorOf((await createOrganization(tables)).admin);
  await expect(retryJob(stranger, { id })).rejects.toThrow(NotFound);
  await expect(discardJob(stranger, { id })).rejects.toThrow(NotFound);
  await tables.execute(
    sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'w' where id = ${id}::bigint`,
  );
  await expect(discardJob(admin(), { id })).rejects.toThrow(NotFound);
});
