import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { devices, smartMeters } from "@/db/schema";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { addDevice } from "@/testing/records/devices";
import { changeDevice } from "./change-device";
import { listDevices } from "./list-devices";
import { pauseDevice } from "./pause-device";
import { resumeOptimization } from "./resume-optimization";
import { setOptimizationOf } from "./set-optimization";
import { updateDevice } from "./update-device";
import { updateDeviceSettings } from "./update-device-settings";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
let meter: string;
beforeEach(async () => {
  organization = await createOrganization(tables);
  meter = await addDevice("smart_meter", organization, tables);
});

const agent = () => actorOf(organization.staff);
const meterRow = async () => {
  const [row] = await tables.select().from(devices).where(eq(devices.id, meter));
  if (!row) throw new Error("The meter is gone.");
  return row;
};
const measuresOnly = { problem: "measuresOnly" };

describe("a smart meter", () => {
  it("is neither optimised nor paused, whichever way it is asked for", async () => {
    const ofMeter = {
      userId: organization.endUser.id,
      id: meter,
      kind: "smart_meter" as const,
      version: 1,
    };
    await expect(resumeOptimization(agent(), { id: meter })).rejects.toMatchObject(measuresOnly);
    await expect(pauseDevice(agent(), { id: meter, hours: 3 })).rejects.toMatchObject(measuresOnly);
    await expect(
      updateDevice(agent(), { id: meter, version: 1, isSmartOptimizationActive: true }),
    ).rejects.toMatchObject(measuresOnly);
    await expect(
      changeDevice(agent(), { ...ofMeter, isSmartOptimizationActive: true }),
    ).rejects.toMatchObject(measuresOnly);
    await expect(
      changeDevice(agent(), { ...ofMeter, pausePowerUntil: new Date(Date.now() + 3_600_000) }),
    ).rejects.toMatchObject(measuresOnly);
    expect(await meterRow()).toMatchObject({
      version: 1,
      isSmartOptimizationActive: false,
      pausePowerUntil: null,
    });
  });

  it("is left as it is when the optimisation of many devices is resumed", async () => {
    const battery = await addDevice("home_battery", organization, tables);
    const outcome = await tables.transaction((transaction) =>
      setOptimizationOf(transaction as never, [meter, battery], { kind: "resume" }),
    );
    expect(outcome).toMatchObject({
      changed: [battery],
      skipped: new Map([[meter, "measuresOnly"]]),
    });
    expect((await meterRow()).isSmartOptimizationActive).toBe(false);
  });

  it("is in no list by its optimisation", async () => {
    const idsOf = async (optimization: "on" | "off" | undefined) =>
      (await listDevices(agent(), { optimization })).rows.map(({ id }) => id);
    expect(await idsOf(undefined)).toContain(meter);
    expect(await idsOf("off")).toContain(organization.deviceId);
    expect(await idsOf("off")).not.toContain(meter);
    expect(await idsOf("on")).not.toContain(meter);
  });

  it("keeps the meter point that it measures, without spaces and only in a known form", async () => {
    const settings = { id: meter, kind: "smart_meter" as const };
    const meterId = "AT 001000 05733 00000 00000 00000 00001";
    await updateDeviceSettings(agent(), { ...settings, version: 1, meterId });
    const [row] = await tables.select().from(smartMeters).where(eq(smartMeters.deviceId, meter));
    expect(row?.meterId).toBe("AT0010000573300000000000000000001");
    await expect(
      updateDeviceSettings(agent(), { ...settings, version: 2, meterId: `${meterId}9` }),
    ).rejects.toMatchObject({ fields: { meterId: expect.any(String) } });
  });
});
