import { afterAll, expect, it } from "vitest";
import { actorOf, createOrganization, ownerConnection } from "@/testing/organization";
import { database } from "../database";
import { getOrganization, writeOrganization } from "./organization-row";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

it("reads the organization once in a transaction, and again after a write", async () => {
  const organization = await createOrganization(tables);
  await database().write(organization.id, async (transaction) => {
    const first = await getOrganization(transaction);
    expect(await getOrganization(transaction)).toBe(first);
    await writeOrganization(transaction, actorOf(organization.admin), { accentColor: "#123456" });
    expect(await getOrganization(transaction)).toMatchObject({ accentColor: "#123456" });
  });
  await database().read(organization.id, async (transaction) => {
    expect(await getOrganization(transaction)).toMatchObject({ accentColor: "#123456" });
  });
});
