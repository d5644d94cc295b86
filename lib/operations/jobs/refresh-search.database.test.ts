import { eq } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { buildings, users } from "@/db/schema";
import { type Member, systemActor } from "@/lib/core/access/actor";
import { listBuildings } from "@/lib/customers/buildings/list-buildings";
import { listEndUsers } from "@/lib/customers/end-users/list-end-users";
import { actorOf, createOrganization, ownerConnection } from "@/testing/organization";
import { refreshSearchOfAll } from "./refresh-search";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

it("makes again what an earlier release made of end-users and buildings, and counts as no change", async () => {
  const organization = await createOrganization(tables);
  const { id } = organization.endUser;
  const agent = actorOf(organization.staff) as Member;
  await client.begin(async (transaction) => {
    await transaction`set local session_replication_role = replica`;
    await transaction`update users set last_name = 'Muellerschoen', search_text = 'muellerschoen', search_version = null,
      search_lexemes = array_to_tsvector(array['muellerschoen']) where id = ${id}`;
    await transaction`update buildings set street_and_number = 'Ringstr. 44', search_text = 'ringstr. 44', search_version = null,
      search_lexemes = array_to_tsvector(array['ringstr', '44']) where id = ${organization.buildingId}`;
  });
  const found = async () => [
    (await listEndUsers(agent, { search: "müllerschön" })).rows.map((row) => row.id),
    (await listBuildings(agent, { search: "Ring Straße 44" })).rows.map((row) => row.id),
  ];
  expect(await found()).toEqual([[], []]);
  await refreshSearchOfAll(systemActor(organization.id, "job"));
  expect(await found()).toEqual([[id], [organization.buildingId]]);
  const [person] = await tables.select().from(users).where(eq(users.id, id));
  const [building] = await tables
    .select()
    .from(buildings)
    .where(eq(buildings.id, organization.buildingId));
  expect([person?.version, person?.searchVersion]).toEqual([1, 1]);
  expect([building?.version, building?.searchVersion]).toEqual([1, 1]);
});
