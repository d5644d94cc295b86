import { and, eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents, caseDevices, connectLinks, deviceCommands, devices } from "@/db/schema";
import { getCase, listOpenCases } from "@/lib/support/cases/read-cases";
import { getWorkQueue } from "@/lib/support/work-queue/get-work-queue";
import {
  actorOf,
  anonymousActor,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { addConnectAttempt, addConnectLink, loseDevice } from "@/testing/records/connections";
import { addCase } from "@/testing/records/support";
import { getDevice } from "../devices/get-device";
import { createReconnectionLink } from "./create-connect-link";
import { resumeAfterConnecting } from "./resume-connected";
import { settleConnection } from "./settle-connection";
import { viewConnectLink } from "./view-connect-link";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
  await tables
    .update(devices)
    .set({ isSmartOptimizationActive: false })
    .where(eq(devices.id, organization.deviceId));
  await loseDevice(organization, tables);
});

const agent = () => actorOf(organization.staff);
const anonymous = () => anonymousActor(organization.id);

/** The customer logs in at the manufacturer with a link. */
async function connect(token: string): Promise<void> {
  const [link] = await tables
    .select({ id: connectLinks.id })
    .from(connectLinks)
    .where(eq(connectLinks.organizationId, organization.id));
  const kind = "heat_pump" as const;
  await settleConnection(anonymous(), {
    token,
    attempt: await addConnectAttempt(organization, tables, link?.id ?? ""),
    connector: "sandbox",
    account: { manufacturer: "Nibe", externalAccountId: organization.mark, tokens: null },
    devices: [
      { externalDeviceId: "N-1", kind, manufacturer: "Nibe", model: "S2125-8", modelYear: null },
    ],
  });
}

async function reconnected(startsOptimized: boolean): Promise<string> {
  const { deviceId } = organization;
  const { token } = await createReconnectionLink(agent(), { deviceId, startsOptimized });
  await connect(token);
  return token;
}

const deviceNow = () => getDevice(agent(), { id: organization.deviceId });

const resumedEvents = () =>
  tables
    .select({ actorId: auditEvents.actorId })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.organizationId, organization.id),
        eq(auditEvents.action, "device.resumed"),
      ),
    );

const commands = () =>
  tables.select().from(deviceCommands).where(eq(deviceCommands.deviceId, organization.deviceId));

describe("a device that is connected again", () => {
  it("is optimized at once where its link says so, in the customer's name", async () => {
    await reconnected(true);
    expect((await deviceNow()).reconnection?.state).toBe("optimizing");
    expect((await commands())[0]?.settings).toMatchObject({ isSmartOptimizationActive: true });
    expect(await resumedEvents()).toEqual([{ actorId: organization.endUser.id }]);
  });

  it("stays as it was where its link says nothing, and the team sees it", async () => {
    await reconnected(false);
    expect((await deviceNow()).reconnection?.state).toBe("connected");
    const { idleAfterReconnection } = await getWorkQueue(agent(), {});
    expect(idleAfterReconnection.map(({ id }) => id)).toEqual([organization.deviceId]);
  });
});

describe("the last page of a link", () => {
  it("turns optimization on once, however often and by how many it is sent", async () => {
    const token = await reconnected(false);
    expect(await viewConnectLink(anonymous(), { token })).toMatchObject({
      kind: "completed",
      mayResume: true,
      devices: [{ id: organization.deviceId, optimization: "off" }],
    });
    await Promise.all(
      Array.from({ length: 8 }, () => resumeAfterConnecting(anonymous(), { token })),
    );
    expect(await viewConnectLink(anonymous(), { token })).toMatchObject({
      devices: [{ optimization: "on" }],
    });
    expect(await resumedEvents()).toHaveLength(1);
    expect((await getWorkQueue(agent(), {})).idleAfterReconnection).toEqual([]);
  });

  it("turns nothing on before the device is connected, and a day after", async () => {
    const { token } = await addConnectLink(organization, tables);
    const spent = { problem: "linkSpent" };
    await expect(resumeAfterConnecting(anonymous(), { token })).rejects.toMatchObject(spent);
    await connect(token);
    const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
    await tables
      .update(connectLinks)
      .set({ completedAt: twoDaysAgo })
      .where(eq(connectLinks.organizationId, organization.id));
    await expect(resumeAfterConnecting(anonymous(), { token })).rejects.toMatchObject(spent);
    expect((await deviceNow()).isSmartOptimizationActive).toBe(false);
  });

  it("touches no device that came to another customer since", async () => {
    const token = await reconnected(false);
    await tables
      .update(devices)
      .set({ userId: organization.otherEndUser.id })
      .where(eq(devices.id, organization.deviceId));
    await resumeAfterConnecting(anonymous(), { token });
    expect((await deviceNow()).isSmartOptimizationActive).toBe(false);
  });
});

describe("a case about the device", () => {
  const caseOfDevice = async () => {
    const { id: organizationId, deviceId, staff } = organization;
    const caseId = await addCase(organization, tables, { assigneeId: staff.id });
    await tables.insert(caseDevices).values({ organizationId, caseId, deviceId });
    return caseId;
  };

  it("is proposed for closing once the device is optimized again", async () => {
    const id = await caseOfDevice();
    const proposed = async () => [
      (await getCase(agent(), { id })).isReadyToClose,
      ...(await listOpenCases(agent(), {})).map(({ isReadyToClose }) => isReadyToClose),
    ];
    expect(await proposed()).toEqual([false, false]);
    const token = await reconnected(false);
    expect(await proposed()).toEqual([false, false]);
    await resumeAfterConnecting(anonymous(), { token });
    expect(await proposed()).toEqual([true, true]);
  });

  it("is not when it was opened after the device was connected", async () => {
    await reconnected(true);
    await new Promise((settled) => setTimeout(settled, 5));
    const id = await caseOfDevice();
    expect((await getCase(agent(), { id })).isReadyToClose).toBe(false);
  });
});
