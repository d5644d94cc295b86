import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashPassword } from "@/lib/identity/auth/password-hash";
import { walkAuditLog } from "@/lib/platform/audit/verify-audit-log";
import { createOrganization, ownerConnection } from "@/testing/organization";
import { commandExamples, faultsOf, rolesFor, setUpExample } from "@/testing/parallel-commands";
import { actAsSeveralProcesses } from "@/testing/several-processes";

// Loading every file of the domain fills the registry.
import.meta.glob(["/lib/**/*.ts", "!/lib/**/*.test.ts"], { eager: true });

const url = process.env.DATABASE_URL ?? "";
const owner = ownerConnection(url);
const database = actAsSeveralProcesses(url, 4);
let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword("known to the test");
});
afterAll(() => owner.client.end());

describe.each(commandExamples())("$name, eight times at once by one actor", (example) => {
  it("ends each time as done or refused, and leaves the audit log whole", async () => {
    const organization = await createOrganization(owner.tables, passwordHash);
    const [role] = rolesFor(example);
    if (!role) throw new Error(`No role may ${example.name}.`);
    const run = await setUpExample(example, role, organization, owner.tables);
    const outcomes = await run(8);
    expect(faultsOf(outcomes)).toEqual([]);
    expect(outcomes.some(({ status }) => status === "fulfilled")).toBe(true);
    const verdict = await database.read(organization.id, walkAuditLog);
    expect(verdict.fault).toBeUndefined();
  });
});

it("none of them deadlocks in the database", async () => {
  // Backends hand in their counts when they end.
  await database.close();
  const [row] = await owner.client<{ deadlocks: number }[]>`
    select deadlocks::integer from pg_stat_database where datname = current_database()`;
  expect(row?.deadlocks).toBe(0);
});
