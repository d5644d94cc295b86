import { count, desc } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { auditEvents, caseEntries, cases, connectLinks, notes } from "@/db/schema";
import { demoOrganizations, seedDemo } from "@/db/seed/seed-demo";
import { verifyEveryAuditLog } from "@/lib/platform/audit/verify-every-audit-log";
import { ownerConnection } from "@/testing/organization";
import { playDemoWeek } from "./demo-week";

const url = process.env.DATABASE_URL ?? "";
const { client, tables } = ownerConnection(url);
afterAll(() => client.end());

it("leaves a week of work behind it, each thing at its time, and a log that can be proven", async () => {
  await client`truncate organizations cascade`;
  await seedDemo(url, "unused", { production: [120, 240], sandbox: [5, 5] });
  await playDemoWeek(demoOrganizations.production);

  const told = await tables.select().from(cases).orderBy(desc(cases.number));
  expect(told.map(({ state }) => state)).toEqual(["open", "waiting", "open", "solved", "solved"]);
  const [entries] = await tables.select({ count: count() }).from(caseEntries);
  expect(entries?.count).toBe(9);
  const written = await tables.select().from(notes);
  expect(written).toHaveLength(9);
  const links = await tables.select().from(connectLinks);
  expect(links).toHaveLength(6);

  const events = await tables.select().from(auditEvents).orderBy(auditEvents.sequence);
  const moments = events.map(({ createdAt }) => createdAt.getTime());
  expect(moments.length).toBeGreaterThan(45);
  expect(moments).toEqual(moments.toSorted((a, b) => a - b));
  expect(new Set(moments.map((at) => new Date(at).toDateString())).size).toBeGreaterThan(4);
  expect(Math.max(...moments)).toBeLessThan(Date.now() - 1_800_000);
  for (const { verdict } of await verifyEveryAuditLog()) expect(verdict?.isIntact).toBe(true);
});
