import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { migrateDatabase } from "../db/migrate";
import { demoOrganizations, seedDemo } from "../db/seed/seed-demo";
import { seedDemoBilling } from "./demo-billing";
import { seedDemoHistory } from "./demo-history";

// An owner of a database as docs/operations.md describes: no superuser, and bound by row-level security.
const name = `owned_${randomBytes(6).toString("hex")}`;
const server = postgres(inject("serverUrl"), { max: 1, onnotice: () => {} });
const ownerUrl = new URL(inject("serverUrl"));
ownerUrl.username = name;
ownerUrl.password = "owner";
ownerUrl.pathname = `/${name}`;

beforeAll(async () => {
  await server.unsafe(`create role ${name} login createrole password 'owner'`);
  // The roles are there already, of another database of this server; otherwise the owner creates them.
  for (const role of ["wattdesk_app", "wattdesk_lookup", "wattdesk_eraser"]) {
    await server.unsafe(`grant ${role} to ${name} with admin option`);
  }
  await server.unsafe(`create database ${name} owner ${name}`);
});
afterAll(async () => {
  await server.unsafe(`drop database ${name} with (force)`);
  await server.unsafe(`drop role ${name}`);
  await server.end();
});

it("migrates and fills a database whose owner is no superuser", async () => {
  await migrateDatabase(ownerUrl.href);
  const size = { production: [40, 80], sandbox: [5, 5] } as const;
  const seed = () =>
    seedDemo(ownerUrl.href, "unused", {
      production: [...size.production],
      sandbox: [...size.sandbox],
    });
  expect(await seed()).toBe(true);
  expect(await seed()).toBe(false);
  await seedDemoBilling(ownerUrl.href);
  await seedDemoHistory(ownerUrl.href);

  const client = postgres(ownerUrl.href, { max: 1, onnotice: () => {} });
  try {
    const countsOf = async (organizationId: string) => {
      await client`select set_config('app.organization_id', ${organizationId}, false)`;
      const [counts] = await client`
        select (select count(*)::int from devices where organization_id = ${organizationId}) as devices,
          (select count(*)::int from invoices where organization_id = ${organizationId}) as invoices,
          exists (select from device_readings where organization_id = ${organizationId}) as "hasReadings"`;
      return counts;
    };
    expect(await countsOf(demoOrganizations.production)).toEqual({
      devices: 80,
      invoices: 3,
      hasReadings: true,
    });
    expect(await countsOf(demoOrganizations.sandbox)).toMatchObject({ devices: 5, invoices: 0 });
  } finally {
    await client.end();
  }
});
