import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isPerson } from "@/lib/core/access/actor";
import { hashPassword } from "@/lib/identity/auth/password-hash";
import { actorOfRole } from "@/testing/actor-of-role";
import { createOrganization, ownerConnection } from "@/testing/organization";
import { commandExamples, rolesFor, setUpExample } from "@/testing/parallel-commands";
import { lockedTable, recordLocks } from "@/testing/recorded-locks";

// Loading every file of the domain fills the registry.
import.meta.glob(["/lib/**/*.ts", "!/lib/**/*.test.ts"], { eager: true });

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword("known to the test");
});
afterAll(() => owner.client.end());

it.each([
  ['select "id" from "organizations" where "id" = $1 for no key update', "organizations"],
  ['select "a" from "x" left join "y" on true where true for share', "x"],
  ['select "a" from "x" inner join "devices" on true for no key update of "devices"', "devices"],
  ['update "users" set "name" = $1 where "id" in (select "id" from "x")', "users"],
  ['delete from "sessions" where "id" = $1', "sessions"],
  [
    'insert into "audit_heads" ("a") values ($1) on conflict ("a") do update set "a" = 1',
    "audit_heads",
  ],
  ['insert into "devices" ("a") values ($1)', undefined],
  ['insert into "devices" ("a") values ($1) on conflict do nothing', undefined],
  ['select "id" from "jobs" for update skip locked', undefined],
  ['select "id" from "users" where "id" = $1', undefined],
])("knows what %s locks", (statement, table) => {
  expect(lockedTable(statement)).toBe(table);
});

const ORGANIZATION = 0;
const ACCOUNT = 1;
const RECORDS = 2;
const AUDIT_HEAD = 3;

/** Where rows of a table stand in the order of decision 26. Where no account acts, or a job, accounts are records. */
function rankOf(table: string, locksAccount: boolean): number {
  if (table === "organizations") return ORGANIZATION;
  if (table === "users" && locksAccount) return ACCOUNT;
  return table === "audit_heads" ? AUDIT_HEAD : RECORDS;
}

describe.each(commandExamples())("$name", (example) => {
  it.each(rolesFor(example))(
    "locks organization, account, records and audit head in this order as %s",
    async (role) => {
      const organization = await createOrganization(owner.tables, passwordHash);
      const locksAccount =
        isPerson(actorOfRole(role, organization)) && !example.useCase.useCase.isJob;
      const run = await setUpExample(example, role, organization, owner.tables);
      const transactions = await recordLocks(async () => {
        const [outcome] = await run(1);
        expect(outcome).toMatchObject({ status: "fulfilled" });
      });
      for (const tables of transactions) {
        const ranks = tables.map((table) => rankOf(table, locksAccount));
        expect(ranks, tables.join(", ")).toEqual(ranks.toSorted());
      }
    },
  );
});
