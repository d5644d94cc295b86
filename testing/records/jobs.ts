import { sql } from "drizzle-orm";
import type { TestOrganization } from "../organization";
import type { Tables } from "../use-case-examples/kinds";

/** A job of the organization's that has failed for good and that no worker takes. @returns its id */
export async function addJob({ id }: TestOrganization, tables: Tables): Promise<string> {
  const payload = JSON.stringify({ organizationId: id, id });
  const [job] = await tables.execute<{ id: string }>(sql`
    select id::text from graphile_worker.add_job('read-account', payload => ${payload}::json, run_at => now() + interval '1 day')`);
  await tables.execute(sql`
    update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'The manufacturer did not answer'
    where id = ${job?.id ?? ""}::bigint`);
  return job?.id ?? "";
}
