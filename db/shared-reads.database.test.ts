import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { database } from "@/lib/core/database";
import { createOrganization, ownerConnection, type TestOrganization } from "@/testing/organization";
import type { Transaction } from "./client";
import { queryRows } from "./query-rows";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
let organization: TestOrganization;
beforeAll(async () => {
  organization = await createOrganization(tables);
});
afterAll(() => client.end());

type ActorAccount = { role: string; organization: string; transaction: string };

async function standing(transaction: Transaction): Promise<ActorAccount> {
  const [row] = await queryRows<ActorAccount>(
    transaction,
    sql`
    select current_user as role, current_setting('app.organization_id', true) as organization,
      now()::text as transaction`,
  );
  if (!row) throw new Error("A statement without a row.");
  return row;
}

const pause = (transaction: Transaction) => transaction.execute(sql`select pg_sleep(0.05)`);

it("share one transaction", async () => {
  const read = () => database().read(organization.id, standing);
  const [first, second] = await database().sharingReads(organization.id, async () => [
    await read(),
    await read(),
  ]);
  expect(second).toEqual(first);
  expect(first).toMatchObject({ role: "wattdesk_app", organization: organization.id });
});

it("are finished within it, and as the application's role, when the request is over before them", async () => {
  for (let round = 0; round < 20; round++) {
    const started = await database().sharingReads(organization.id, async () => {
      const late = database().read(organization.id, async (transaction) => {
        const before = await standing(transaction);
        await pause(transaction);
        return [before, await standing(transaction)];
      });
      return { late };
    });
    const [before, after] = await started.late;
    expect(before).toMatchObject({ role: "wattdesk_app", organization: organization.id });
    expect(after).toEqual(before);
  }
});

it("have their own transactions once the request is over", async () => {
  const { readLater, during } = await database().sharingReads(organization.id, async () => ({
    during: await database().read(organization.id, standing),
    readLater: Promise.resolve().then(async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return database().read(organization.id, standing);
    }),
  }));
  const after = await readLater;
  expect(after).toMatchObject({ role: "wattdesk_app", organization: organization.id });
  expect(after.transaction).not.toBe(during.transaction);
});

it("are let finish before a write of the same request", async () => {
  const { before, after } = await database().sharingReads(organization.id, async () => {
    const reading = database().read(organization.id, async (transaction) => {
      const before = await standing(transaction);
      await pause(transaction);
      return { before, after: await standing(transaction) };
    });
    await database().write(organization.id, standing);
    return reading;
  });
  expect(after).toEqual(before);
});

it("leave nothing to a statement that comes after the end of its transaction", async () => {
  let kept: Transaction | undefined;
  await database().write(organization.id, async (transaction) => {
    kept = transaction;
  });
  await expect(standing(kept as Transaction)).rejects.toMatchObject({
    cause: { message: "A statement came after the end of its transaction." },
  });
});
