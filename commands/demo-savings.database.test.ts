import { eq } from "drizzle-orm";
import { afterAll, expect, it, vi } from "vitest";
import { devices } from "../db/schema";
import { demoOrganizations, seedDemo } from "../db/seed/seed-demo";
import { environment } from "../lib/core/env";
import { readRecentDeviceSavings } from "../lib/devices/savings/recent-savings";
import { hasSavings } from "../lib/devices/savings/savings-kinds";
import { apiClientOf, ownerConnection } from "../testing/organization";
import { seedDemoHistory } from "./demo-history";

const url = process.env.DATABASE_URL ?? "";
const { client, tables } = ownerConnection(url);
afterAll(() => client.end());

it("shows believable savings of the demo's devices", async () => {
  vi.spyOn(environment(), "DAY_AHEAD_PRICES", "get").mockReturnValue("simulated");
  await seedDemo(url, "unused", { production: [40, 80], sandbox: [2, 2] });
  await seedDemoHistory(url);
  const organizationId = demoOrganizations.production;
  const actor = apiClientOf(organizationId);
  const found = await tables
    .select({ id: devices.id, kind: devices.kind })
    .from(devices)
    .where(eq(devices.organizationId, organizationId));
  const sums = [];
  for (const { id } of found.filter(({ kind }) => hasSavings(kind))) {
    sums.push((await readRecentDeviceSavings(actor, { id })).sum);
  }
  const known = sums.filter(({ total }) => total !== null);
  expect(known.length).toBeGreaterThan(3);
  for (const { total, percentage, countedDays } of known) {
    expect(countedDays).toBe(14);
    expect(total).toBeGreaterThan(0);
    expect(percentage).toBeGreaterThan(2);
    expect(percentage).toBeLessThan(75);
  }
});
