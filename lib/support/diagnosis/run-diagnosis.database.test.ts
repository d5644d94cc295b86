import { eq } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { diagnoses, incidentDevices } from "@/db/schema";
import { actorOf, createOrganization, ownerConnection } from "@/testing/organization";
import { addDevice, addVehicle } from "@/testing/records/devices";
import { addIncident } from "@/testing/records/support";
import { runDiagnosis } from "./run-diagnosis";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

it("looks at each device of a person with what belongs to that device alone", async () => {
  const organization = await createOrganization(tables);
  const calm = await addVehicle(organization, tables);
  const troubled = await addVehicle(organization, tables, { boostState: "requested" });
  const incidentId = await addIncident(organization, tables);
  await tables.insert(incidentDevices).values({
    organizationId: organization.id,
    incidentId,
    deviceId: troubled,
    droppedAt: new Date(),
  });
  const { id } = await runDiagnosis(actorOf(organization.staff), {
    userId: organization.endUser.id,
  });
  const [run] = await tables.select().from(diagnoses).where(eq(diagnoses.id, id));
  const verdictsOf = (deviceId: string) =>
    (run?.findings ?? [])
      .filter(({ device }) => device?.id === deviceId)
      .map(({ check, verdict }) => `${check} ${verdict}`);
  expect(verdictsOf(troubled)).toContain("manufacturerIsUp.incident problem");
  expect(verdictsOf(calm).filter((verdict) => verdict.includes("incident"))).toEqual([]);
  expect(verdictsOf(organization.deviceId).length).toBeGreaterThan(0);
  expect(verdictsOf(calm)).toContain("noBoostIsOpen.good good");
  expect(verdictsOf(troubled)).toContain("noBoostIsOpen.requested warning");
});

it("says of a meter how it is connected and what it measured, and nothing of optimisation", async () => {
  const organization = await createOrganization(tables);
  const meter = await addDevice("smart_meter", organization, tables);
  const battery = await addDevice("home_battery", organization, tables, {
    minBatteryCharge: 88,
    maxBatteryCharge: 92,
  });
  const { id } = await runDiagnosis(actorOf(organization.staff), {
    userId: organization.endUser.id,
  });
  const [run] = await tables.select().from(diagnoses).where(eq(diagnoses.id, id));
  const checksOf = (deviceId: string) =>
    (run?.findings ?? []).filter(({ device }) => device?.id === deviceId).map(({ check }) => check);
  expect(checksOf(meter)).toEqual([
    "deviceIsConnected.good",
    "tokenIsFresh.noAccount",
    "manufacturerIsUp.notAsked",
    "readingsAreRecent.never",
    "readingsArePlausible.never",
  ]);
  expect(checksOf(battery)).toContain("optimizationIsOn.off");
  expect(checksOf(battery)).toContain("settingsDoNotConflict.batteryTooNarrow");
});
