import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  auditEvents,
  connectionChanges,
  connectLinks,
  deviceCommands,
  deviceReadings,
  devices,
  manufacturerAccounts,
  manufacturerHealth,
  reconnectionReminders,
} from "@/db/schema";
import { systemActor } from "@/lib/core/access/actor";
import { holdClock } from "@/lib/core/clock";
import {
  actorOf,
  anonymousActor,
  apiClientOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import {
  addManufacturerAccount,
  controlSandbox,
  registerSandboxAccount,
} from "@/testing/records/connections";
import { passLogin, startManufacturersForTest } from "@/testing/sandbox-manufacturer";
import { ConnectorProblem } from "../connectors/connector";
import { OauthLogin } from "../connectors/oauth-login";
import { getDevice } from "../devices/get-device";
import { resumeOptimization } from "../devices/resume-optimization";
import { updateDeviceSettings } from "../devices/update-device-settings";
import { createOnboardingSession } from "./connect-sessions";
import { createOnboardingLink, createReconnectionLink } from "./create-connect-link";
import { endConnection } from "./end-connection";
import { giveBackAccess } from "./give-back-access";
import { listConnectLinks } from "./list-connect-links";
import {
  beginConnection,
  completeConnection,
  recordConnectFailure,
} from "./log-in-at-manufacturer";
import { readAccount, readDueAccounts } from "./read-accounts";
import { takeOverDevices } from "./settle-connection";
import { recordConnectLinkOpened, viewConnectLink } from "./view-connect-link";
import { writeDeviceSettings } from "./write-settings";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
let manufacturers: Awaited<ReturnType<typeof startManufacturersForTest>>;
beforeAll(async () => {
  manufacturers = await startManufacturersForTest();
});
afterAll(async () => {
  await manufacturers.stop();
  await client.end();
});
afterEach(() => holdClock());

let organization: TestOrganization;
let serial: string;
beforeEach(async () => {
  organization = await createOrganization(tables);
  serial = `SN-${organization.mark}`;
});

const system = () => systemActor(organization.id, "test");
const browser = "the browser of the end-user";
const slugOf = (manufacturer: string) => manufacturer.toLowerCase().replace(/ /g, "-");

/** Connects the end-user's device at a manufacturer that no other test makes trouble for. */
async function connectAt(manufacturer: string): Promise<string> {
  await tables
    .update(devices)
    .set({ manufacturer, externalDeviceId: serial, currentStateLastUpdatedAt: null })
    .where(eq(devices.id, organization.deviceId));
  const account = await registerSandboxAccount(manufacturers.url, {
    maker: slugOf(manufacturer),
    email: organization.endUser.email,
    serial,
  });
  return addManufacturerAccount(organization, tables, { manufacturer, ...account });
}

const control = (manufacturer: string, act: string, body: Record<string, string>) =>
  controlSandbox(manufacturers.url, `${slugOf(manufacturer)}/${act}`, body);

const readingsOfDevice = () =>
  tables.select().from(deviceReadings).where(eq(deviceReadings.deviceId, organization.deviceId));

async function deviceNow() {
  const [device] = await tables.select().from(devices).where(eq(devices.id, organization.deviceId));
  if (!device) throw new Error("The device is gone.");
  return device;
}

async function accountNow(id: string) {
  const [account] = await tables
    .select()
    .from(manufacturerAccounts)
    .where(eq(manufacturerAccounts.id, id));
  if (!account) throw new Error("The account is gone.");
  return account;
}

const healthOf = async (manufacturer: string) =>
  (
    await tables
      .select()
      .from(manufacturerHealth)
      .where(
        and(
          eq(manufacturerHealth.organizationId, organization.id),
          eq(manufacturerHealth.manufacturer, manufacturer),
        ),
      )
  )[0];

describe("reading accounts", () => {
  it("takes in what the devices say, each account by one of several workers", async () => {
    const id = await connectAt("Nibe");
    const [one, other] = await Promise.all([readDueAccounts(system()), readDueAccounts(system())]);
    expect(one.read + other.read).toBe(1);
    expect(await readingsOfDevice()).toHaveLength(1);
    expect((await deviceNow()).currentStateLastUpdatedAt).toBeInstanceOf(Date);
    const account = await accountNow(id);
    expect(account.lastReadAt).toBeInstanceOf(Date);
    expect(account.nextReadAt?.getTime()).toBeGreaterThan(Date.now() + 30_000);
  });

  it("renews a token that has ended before its time, and keeps it encrypted", async () => {
    const id = await connectAt("Nibe");
    const before = await accountNow(id);
    await control("Nibe", "expire", { email: organization.endUser.email });
    await readAccount(system(), id);
    expect(await readingsOfDevice()).toHaveLength(1);
    const after = await accountNow(id);
    expect(after.encryptedTokens?.equals(before.encryptedTokens ?? Buffer.alloc(0))).toBe(false);
    expect(after.encryptedTokens?.toString("latin1")).not.toContain("accessToken");
  });

  it.each([
    ["Vaillant", "down", "unavailable"],
    ["Viessmann", "throttled", "throttled"],
    ["Daikin", "nonsense", "nonsense"],
    ["Bosch", "slow", "unavailable"],
  ])(
    "loses nothing while %s is %s, and recovers automatically",
    async (manufacturer, mood, problem) => {
      const id = await connectAt(manufacturer);
      await control(manufacturer, "mood", { mood });
      await readAccount(system(), id);
      const troubled = await accountNow(id);
      expect(troubled).toMatchObject({ state: "active", failures: 1, lastProblem: problem });
      expect(troubled.encryptedTokens).not.toBeNull();
      expect(troubled.nextReadAt?.getTime()).toBeGreaterThan(Date.now() + 4000);
      expect((await deviceNow()).connectionState).toBe("connected");
      expect((await healthOf(manufacturer))?.failingSince).toBeInstanceOf(Date);

      await control(manufacturer, "mood", { mood: "up" });
      await readAccount(system(), id);
      expect(await accountNow(id)).toMatchObject({ failures: 0, lastProblem: null });
      expect(await readingsOfDevice()).toHaveLength(1);
      expect((await healthOf(manufacturer))?.failingSince).toBeNull();
    },
  );

  it("takes the rest of an answer with values that cannot be, and shows what was left out", async () => {
    const id = await connectAt("IDM");
    await control("IDM", "mood", { mood: "odd" });
    await readAccount(system(), id);
    expect(await accountNow(id)).toMatchObject({
      failures: 0,
      lastProblem: null,
      droppedValues: [
        {
          externalDeviceId: serial,
          dropped: [{ field: "currentPowerConsumptionW", value: "-3600", reason: "outOfRange" }],
        },
      ],
    });
    const [reading] = await readingsOfDevice();
    expect(reading).toMatchObject({ powerW: null, outdoorTemperature: expect.any(Number) });
    const agent = actorOf(organization.staff);
    expect(await getDevice(agent, { id: organization.deviceId })).toMatchObject({
      droppedValues: [{ field: "currentPowerConsumptionW" }],
    });
    await control("IDM", "mood", { mood: "up" });
    await readAccount(system(), id);
    expect(await accountNow(id)).toMatchObject({ droppedValues: [] });
  });

  it("ends the connection when the authorization is gone, with the manufacturer's reason", async () => {
    const id = await connectAt("Nibe");
    await control("Nibe", "lose", {
      email: organization.endUser.email,
      reason: "password_changed",
    });
    await readAccount(system(), id);
    expect(await deviceNow()).toMatchObject({
      connectionState: "disconnected",
      lifecycleError: "password_changed",
    });
    expect(await accountNow(id)).toMatchObject({ state: "lost", encryptedTokens: null });
    const [change] = await tables
      .select()
      .from(connectionChanges)
      .where(
        and(
          eq(connectionChanges.deviceId, organization.deviceId),
          eq(connectionChanges.after, "disconnected"),
        ),
      );
    expect(change).toMatchObject({ cause: "reported", reason: "password_changed" });
    expect(await reminders()).toHaveLength(1);
  });

  it("reminds nobody who took the access away on purpose", async () => {
    const id = await connectAt("Nibe");
    await control("Nibe", "lose", {
      email: organization.endUser.email,
      reason: "consent_withdrawn",
    });
    await readAccount(system(), id);
    expect((await deviceNow()).connectionState).toBe("revoked");
    expect(await reminders()).toHaveLength(0);
  });
});

const reminders = () =>
  tables
    .select()
    .from(reconnectionReminders)
    .where(eq(reconnectionReminders.organizationId, organization.id));

describe("connecting again", () => {
  async function lostDevice(): Promise<string> {
    const id = await connectAt("Nibe");
    await control("Nibe", "lose", {
      email: organization.endUser.email,
      reason: "session_expired",
    });
    await readAccount(system(), id);
    const agent = actorOf(organization.staff);
    const { token } = await createReconnectionLink(agent, { deviceId: organization.deviceId });
    return token;
  }

  const anonymous = () => anonymousActor(organization.id);

  async function beginLogin(token: string, manufacturer = "Nibe"): Promise<string> {
    const begun = await beginConnection(anonymous(), { token, manufacturer }, browser);
    if (!("url" in begun)) throw new Error("No login page.");
    return begun.url;
  }

  const linkEvents = async () =>
    (
      await tables
        .select({ action: auditEvents.action })
        .from(auditEvents)
        .where(eq(auditEvents.organizationId, organization.id))
        .orderBy(auditEvents.sequence)
    )
      .map(({ action }) => action)
      .filter((name) => name.startsWith("connect-link"));

  it("is opened by a person who goes on, not by fetching the page", async () => {
    const token = await lostDevice();
    for (let look = 0; look < 3; look++) await viewConnectLink(anonymous(), { token });
    const stageOf = async () =>
      (await listConnectLinks(actorOf(organization.staff), { deviceId: organization.deviceId }))[0]
        ?.stage;
    expect(await stageOf()).toBe("sent");
    expect(await linkEvents()).toEqual(["connect-link.created"]);
    await recordConnectLinkOpened(anonymous(), { token });
    await recordConnectLinkOpened(anonymous(), { token });
    expect(await stageOf()).toBe("opened");
    expect(await linkEvents()).toEqual(["connect-link.created", "connect-link.opened"]);
  });

  it("counts as opened when the manufacturer that somebody goes on to does not answer", async () => {
    const { token } = await createOnboardingLink(actorOf(organization.staff), {
      userId: organization.endUser.id,
    });
    vi.spyOn(OauthLogin.prototype, "beginDevice").mockRejectedValueOnce(
      new ConnectorProblem("unavailable"),
    );
    const going = beginConnection(anonymous(), { token, manufacturer: "KEBA" }, browser);
    await expect(going).rejects.toMatchObject({ problem: "manufacturerDown:KEBA" });
    expect(await linkEvents()).toEqual(["connect-link.created", "connect-link.opened"]);
  });

  it("leads a second return to a failure, and names the manufacturer that was chosen", async () => {
    const { token } = await createOnboardingLink(actorOf(organization.staff), {
      userId: organization.endUser.id,
    });
    await registerSandboxAccount(manufacturers.url, {
      maker: "vaillant",
      email: organization.endUser.email,
      serial,
      isConnected: false,
    });
    const begun = await beginConnection(anonymous(), { token, manufacturer: "Vaillant" }, browser);
    if (!("url" in begun)) throw new Error("No login page.");
    const refused = await passLogin(begun.url, organization.endUser.email, "deny");
    for (let visit = 0; visit < 2; visit++) {
      expect(await completeConnection(anonymous(), refused, browser)).toEqual({
        kind: "failed",
        token,
      });
    }
    expect(await viewConnectLink(anonymous(), { token })).toMatchObject({
      failure: "denied",
      failedManufacturer: "Vaillant",
    });
    expect((await linkEvents()).filter((action) => action.endsWith("failed"))).toHaveLength(1);
    expect(await completeConnection(anonymous(), refused, "another browser entirely")).toEqual({
      kind: "unknown",
    });
  });

  it("brings the device back, once, for the browser that began", async () => {
    const token = await lostDevice();
    const callback = await passLogin(await beginLogin(token), organization.endUser.email);
    expect(await completeConnection(anonymous(), callback, "another browser entirely")).toEqual({
      kind: "unknown",
    });
    const both = await Promise.all([
      completeConnection(anonymous(), callback, browser),
      completeConnection(anonymous(), callback, browser),
    ]);
    expect(both).toEqual([
      { kind: "done", token },
      { kind: "done", token },
    ]);
    expect(await linkEvents()).toEqual([
      "connect-link.created",
      "connect-link.opened",
      "connect-link.started",
      "connect-link.completed",
    ]);
    expect((await deviceNow()).connectionState).toBe("connected");
    expect(await reminders()).toHaveLength(0);
    expect((await viewConnectLink(anonymous(), { token })).kind).toBe("completed");
    const [last] = await tables
      .select()
      .from(connectionChanges)
      .where(
        and(
          eq(connectionChanges.deviceId, organization.deviceId),
          eq(connectionChanges.cause, "authorized"),
        ),
      );
    expect(last?.after).toBe("connected");
  });

  it("does not take another account, nor a refusal, and can be tried again", async () => {
    const token = await lostDevice();
    const stranger = `stranger-${organization.mark}@home.example`;
    const other = await passLogin(await beginLogin(token), stranger);
    expect((await completeConnection(anonymous(), other, browser)).kind).toBe("failed");
    expect(await viewConnectLink(anonymous(), { token })).toMatchObject({ failure: "otherDevice" });
    const refused = await passLogin(await beginLogin(token), organization.endUser.email, "deny");
    expect((await completeConnection(anonymous(), refused, browser)).kind).toBe("failed");
    expect(await viewConnectLink(anonymous(), { token })).toMatchObject({ failure: "denied" });
    expect((await deviceNow()).connectionState).toBe("disconnected");
    const good = await passLogin(await beginLogin(token), organization.endUser.email);
    expect((await completeConnection(anonymous(), good, browser)).kind).toBe("done");
  });

  it("ends other links for the device, and none of them opens anything any more", async () => {
    const token = await lostDevice();
    const agent = actorOf(organization.staff);
    const second = await createReconnectionLink(agent, { deviceId: organization.deviceId });
    const callback = await passLogin(await beginLogin(token), organization.endUser.email);
    await completeConnection(anonymous(), callback, browser);
    expect((await viewConnectLink(anonymous(), { token: second.token })).kind).toBe("revoked");
    await expect(beginLogin(second.token)).rejects.toMatchObject({ problem: "linkSpent" });
  });

  it("keeps nothing of a link but its hash, and says nothing of unknown ones", async () => {
    const token = await lostDevice();
    const rows = await tables
      .select()
      .from(connectLinks)
      .where(eq(connectLinks.organizationId, organization.id));
    expect(JSON.stringify(rows)).not.toContain(token.split(".")[1]);
    const unknown = `${organization.id}.${"A".repeat(43)}`;
    expect(await viewConnectLink(anonymous(), { token: unknown })).toEqual({ kind: "unknown" });
  });

  it("connects chosen new devices, and never one that is somebody else's", async () => {
    const agent = actorOf(organization.staff);
    const { token } = await createOnboardingLink(agent, { userId: organization.endUser.id });
    await registerSandboxAccount(manufacturers.url, {
      maker: "nibe",
      email: organization.endUser.email,
      serial,
      isConnected: false,
      devices: ["A", "B", "C"].map((mark) => ({
        serial: `${mark}-${organization.mark}`,
        kind: "heat_pump",
        model: "S1255-6",
      })),
    });
    await tables
      .update(devices)
      .set({ externalDeviceId: `C-${organization.mark}`, userId: organization.otherEndUser.id })
      .where(eq(devices.id, organization.deviceId));
    const callback = await passLogin(await beginLogin(token), organization.endUser.email);
    const ended = await completeConnection(anonymous(), callback, browser);
    if (ended.kind !== "choose") throw new Error(`It came to ${ended.kind}.`);
    // A request from before that fails late takes nothing away.
    const late = { token, attempt: ended.attempt, failure: "authorizationLost" };
    await recordConnectFailure(anonymous(), late);
    expect(await linkEvents()).not.toContain("connect-link.failed");
    expect(await completeConnection(anonymous(), callback, browser)).toEqual(ended);
    const { devices: made } = await takeOverDevices(anonymous(), {
      token,
      attempt: ended.attempt,
      browser,
      devices: [`A-${organization.mark}`, `C-${organization.mark}`].join("\n"),
    });
    expect(made).toBe(1);
    expect(await completeConnection(anonymous(), callback, browser)).toEqual({
      kind: "done",
      token,
    });
    const owned = await tables
      .select({ serial: devices.externalDeviceId, state: devices.connectionState })
      .from(devices)
      .where(eq(devices.userId, organization.endUser.id));
    expect(owned).toEqual([{ serial: `A-${organization.mark}`, state: "connected" }]);
  });

  it.each([
    ["sonnen", "home_battery", "sonnenBatterie 10", true],
    ["Landis+Gyr", "smart_meter", "E450", false],
  ] as const)(
    "connects what %s makes, optimised only where that can be: a %s",
    async (manufacturer, kind, model, isOptimized) => {
      const { link } = await createOnboardingSession(apiClientOf(organization.id), {
        userId: organization.endUser.id,
        successUrl: null,
        cancelUrl: null,
        language: "de",
        priceZone: "AT",
        startsOptimized: true,
        deviceKind: kind,
      });
      const token = link.split("/").at(-1) ?? "";
      const view = await viewConnectLink(anonymous(), { token });
      if (view.kind !== "open") throw new Error(`The link is ${view.kind}.`);
      expect(view.manufacturers.every(({ kinds }) => kinds.includes(kind))).toBe(true);
      await registerSandboxAccount(manufacturers.url, {
        maker: manufacturer,
        email: organization.endUser.email,
        serial,
        isConnected: false,
        devices: [{ serial, kind, model }],
      });
      const callback = await passLogin(
        await beginLogin(token, manufacturer),
        organization.endUser.email,
      );
      const ended = await completeConnection(anonymous(), callback, browser);
      if (ended.kind !== "choose") throw new Error(`It came to ${ended.kind}.`);
      await takeOverDevices(anonymous(), {
        token,
        attempt: ended.attempt,
        browser,
        devices: serial,
      });
      const [device] = await tables
        .select()
        .from(devices)
        .where(and(eq(devices.externalDeviceId, serial), eq(devices.kind, kind)));
      if (!device) throw new Error("Nothing was connected.");
      expect(device).toMatchObject({
        manufacturer,
        model,
        isSmartOptimizationActive: isOptimized,
        connectionState: "connected",
      });
      await readAccount(system(), device.manufacturerAccountId ?? "");
      const { kindDetails, currentStateLastUpdatedAt, droppedValues } = await getDevice(
        actorOf(organization.staff),
        { id: device.id },
      );
      expect(currentStateLastUpdatedAt).toBeInstanceOf(Date);
      expect(droppedValues).toEqual([]);
      expect(kindDetails).toMatchObject(
        kind === "home_battery"
          ? { batteryChargeLevelPercent: expect.any(Number), batteryCapacityKwh: 10 }
          : {
              currentPowerToGridW: expect.any(Number),
              importedEnergyKwh: expect.any(Number),
            },
      );
    },
  );

  it("leaves the whole story in the log, in the end-user's name", async () => {
    const token = await lostDevice();
    const callback = await passLogin(await beginLogin(token), organization.endUser.email);
    await completeConnection(anonymous(), callback, browser);
    expect(await linkEvents()).toEqual([
      "connect-link.created",
      "connect-link.opened",
      "connect-link.started",
      "connect-link.completed",
    ]);
  });
});

describe("writing settings", () => {
  const commands = () =>
    tables.select().from(deviceCommands).where(eq(deviceCommands.deviceId, organization.deviceId));

  it("waits while the manufacturer is down, arrives once, and is never sent twice", async () => {
    await connectAt("Ochsner");
    await updateDeviceSettings(actorOf(organization.staff), {
      id: organization.deviceId,
      version: 1,
      kind: "heat_pump",
      optimizationLevel: "Max",
    });
    const [command] = await commands();
    if (!command) throw new Error("Nothing is on its way.");
    expect(command.settings).toMatchObject({ optimizationLevel: "Max" });
    await control("Ochsner", "mood", { mood: "down" });
    await expect(writeDeviceSettings(system(), command.id)).rejects.toThrow("unavailable");
    expect((await commands())[0]?.state).toBe("queued");
    await control("Ochsner", "mood", { mood: "up" });
    await Promise.all([
      writeDeviceSettings(system(), command.id),
      writeDeviceSettings(system(), command.id),
    ]);
    expect((await commands())[0]?.state).toBe("done");
  });

  it("sends nothing to a device that no account reaches", async () => {
    await resumeOptimization(actorOf(organization.staff), { id: organization.deviceId });
    expect(await commands()).toEqual([]);
  });
});

describe("ending a connection", () => {
  it("gives the access back, and tries again while the manufacturer does not answer", async () => {
    const id = await connectAt("Samsung");
    const agent = actorOf(organization.staff);
    await endConnection(agent, { id: organization.deviceId, reason: "Sold the house" });
    expect((await deviceNow()).connectionState).toBe("revoked");
    expect((await accountNow(id)).state).toBe("revoked");
    expect((await accountNow(id)).encryptedTokens).not.toBeNull();
    await giveBackAccess(system(), id);
    expect((await accountNow(id)).encryptedTokens).toBeNull();
    const answer = await fetch(`${manufacturers.url}/control?maker=samsung`);
    expect(await answer.text()).not.toContain("Expire access tokens");
  });
});
