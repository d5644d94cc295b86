import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { bulkActionRows, importRows, users } from "@/db/schema";
import { Forbidden, Unauthenticated } from "@/lib/core/errors";
import { updateOwnAccount } from "@/lib/identity/account/update-own-account";
import { actorOf, createOrganization, ownerConnection } from "@/testing/organization";
import { useCaseExamples } from "@/testing/use-case-examples";
import { workBulkAction } from "../bulk-actions/work-bulk-action";
import { workImport } from "../imports/work-import";

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
const other = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(async () => {
  await owner.client.end();
  await other.client.end();
});

const jobs = [
  { name: "workImport", work: workImport, rows: importRows },
  { name: "workBulkAction", work: workBulkAction, rows: bulkActionRows },
] as const;

describe.each(jobs)("while $name works on a part in the name of an admin", (job) => {
  let organization: Awaited<ReturnType<typeof createOrganization>>;
  let id: string;
  beforeEach(async () => {
    organization = await createOrganization(owner.tables);
    const example = useCaseExamples[job.name]?.input;
    const input = await example?.(organization, owner.tables, organization.admin);
    ({ id } = input as { id: string });
  });

  const readRows = () =>
    owner.tables.select().from(job.rows).where(eq(job.rows.organizationId, organization.id));

  /** Does something while the job waits for its own rows. @returns how the job ended */
  async function whileItWorks(act: () => Promise<unknown>) {
    const { working } = await other.tables.transaction(async (transaction) => {
      await transaction
        .select()
        .from(job.rows)
        .where(eq(job.rows.organizationId, organization.id))
        .for("update");
      const working = job.work(actorOf(organization.admin), { id }).then(
        () => undefined,
        (error: unknown) => error,
      );
      await vi.waitFor(async () => {
        expect(await owner.client`select from pg_locks where not granted`).not.toHaveLength(0);
      });
      await act();
      return { working };
    });
    return working;
  }

  it("a command of the admin does not wait for it", async () => {
    const before = await readRows();
    const ending = await whileItWorks(() =>
      updateOwnAccount(actorOf(organization.admin), {
        firstName: "New",
        lastName: "Name",
        phone: "",
        language: "de",
        timeZone: "Europe/Berlin",
      }),
    );
    expect(ending).toBeUndefined();
    expect(await readRows()).not.toEqual(before);
  });

  it.each([
    ["suspended", { status: "suspended" }, Unauthenticated],
    ["made staff", { role: "staff" }, Forbidden],
  ] as const)("nothing of it stands when the admin is %s", async (_, change, refusal) => {
    const before = await readRows();
    const ending = await whileItWorks(() =>
      owner.tables.update(users).set(change).where(eq(users.id, organization.admin.id)),
    );
    expect(ending).toBeInstanceOf(refusal);
    expect(await readRows()).toEqual(before);
  });
});
