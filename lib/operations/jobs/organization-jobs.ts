import "server-only";
import { sql } from "drizzle-orm";
import { queryRows } from "@/db/query-rows";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { NotFound } from "@/lib/core/errors";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { jobReference } from "./job-schema";

const shown = 100;

/**
 * The organization's own jobs: how many of each kind wait, run and failed, and the single ones, those that went
 * wrong first. What a job is about stays inside.
 */
export const listJobs = defineQuery({
  name: "listJobs",
  input: z.object({}),
  requires: { action: "read", resource: "organization-settings" },
  async run({ transaction }) {
    const queues = await queryRows<{
      task: string;
      waiting: number;
      running: number;
      retrying: number;
      failed: number;
    }>(transaction, sql`select * from count_organization_jobs()`);
    const rows = await queryRows<{
      id: string;
      task: string;
      attempts: number;
      max_attempts: number;
      last_error: string | null;
      run_at: string;
      locked_at: string | null;
    }>(transaction, sql`select * from list_organization_jobs(${shown})`);
    return {
      queues: [...queues],
      jobs: rows.map((row) => ({
        id: row.id,
        task: row.task,
        attempts: row.attempts,
        reason: row.last_error,
        runAt: new Date(row.run_at),
        state: stateOf(row),
      })),
    };
  },
});

type Row = {
  locked_at: string | null;
  last_error: string | null;
  attempts: number;
  max_attempts: number;
};

function stateOf(row: Row) {
  if (row.locked_at) return "running" as const;
  if (!row.last_error) return "waiting" as const;
  return row.attempts >= row.max_attempts ? ("failed" as const) : ("retrying" as const);
}

/** Has a job tried now, with all its tries before it. @throws NotFound when it is over, or runs just now */
export const retryJob = defineCommand({
  name: "retryJob",
  input: jobReference,
  requires: { action: "update", resource: "organization-settings" },
  async run({ input, transaction }) {
    const [row] = await queryRows<{ task: string | null }>(
      transaction,
      sql`select retry_organization_job(${input.id}::bigint) as task`,
    );
    return { result: undefined, audit: [entryOf("job.retried", input.id, row?.task)] };
  },
});

/** Gives a job up. @throws NotFound when it is over, or runs just now */
export const discardJob = defineCommand({
  name: "discardJob",
  input: jobReference,
  requires: { action: "update", resource: "organization-settings" },
  async run({ input, transaction }) {
    const [row] = await queryRows<{ task: string | null }>(
      transaction,
      sql`select discard_organization_job(${input.id}::bigint) as task`,
    );
    return { result: undefined, audit: [entryOf("job.discarded", input.id, row?.task)] };
  },
});

function entryOf(
  action: "job.retried" | "job.discarded",
  id: string,
  task: string | null | undefined,
): AuditEntry {
  if (!task) throw new NotFound();
  return { action, target: { type: "job", name: `${task} ${id}` } };
}
