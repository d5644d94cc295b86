import { createHmac } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  connectorCredentials,
  deviceCommands,
  devices,
  electricVehicles,
  manufacturerAccounts,
} from "@/db/schema";
import { systemActor } from "@/lib/core/access/actor";
import { startEnodeStandIn } from "@/testing/enode-stand-in";
import {
  actorOf,
  anonymousActor,
  apiClientOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { EnodeConnector } from "../connectors/enode-connector";
import { setBoost } from "../devices/set-boost";
import { switchEnodeOn } from "./connector-credentials";
import { createOnboardingLink } from "./create-connect-link";
import { endConnection } from "./end-connection";
import { giveBackAccess } from "./give-back-access";
import { beginConnection, completeConnection } from "./log-in-at-manufacturer";
import { readAccount } from "./read-accounts";
import { receiveEnodeEvents } from "./receive-manufacturer-event";
import { takeOverDevices } from "./settle-connection";
import { writeDeviceSettings } from "./write-settings";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
let enode: Awaited<ReturnType<typeof startEnodeStandIn>>;
beforeAll(async () => {
  enode = await startEnodeStandIn();
  Object.assign(process.env, { ENODE_API_URL: enode.url, ENODE_LOGIN_URL: enode.url });
});
afterAll(async () => {
  await enode.stop();
  await client.end();
});

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
});

const good = { clientId: "enode-client", clientSecret: "enode-secret" };
const browser = "the browser of the end-user";
const system = () => systemActor(organization.id, "test");
const userId = () => organization.endUser.id;

/** A client's token cannot step up: it is a system's, not a person's. */
const switchOn = (input: object = good) => switchEnodeOn(apiClientOf(organization.id), input);

/** Links a Tesla as its owner would, and takes it over. @returns the device's id */
async function linkVehicle(): Promise<string> {
  await switchOn();
  const agent = actorOf(organization.staff);
  const anonymous = anonymousActor(organization.id);
  const { token } = await createOnboardingLink(agent, { userId: userId() });
  const begun = await beginConnection(anonymous, { token, manufacturer: "Tesla" }, browser);
  const link = new URL("url" in begun ? begun.url : "");
  expect(link.searchParams.get("vendor")).toBe("TESLA");
  const back = new URL(link.searchParams.get("redirectUri") ?? "");
  enode.users.set(userId(), {
    id: `v-${userId()}`,
    vendor: "TESLA",
    batteryLevel: 55,
    isValid: true,
  });
  const ended = await completeConnection(anonymous, back.searchParams, browser);
  if (ended.kind !== "choose") throw new Error(`It came to ${ended.kind}.`);
  const { attempt } = ended;
  await takeOverDevices(anonymous, { token, attempt, browser, devices: `v-${userId()}` });
  const [device] = await tables
    .select({ id: devices.id })
    .from(devices)
    .where(eq(devices.externalDeviceId, `v-${userId()}`));
  return device?.id ?? "";
}

async function accountOf() {
  const [account] = await tables
    .select()
    .from(manufacturerAccounts)
    .where(eq(manufacturerAccounts.userId, userId()));
  if (!account) throw new Error("There is no account.");
  return account;
}

const deviceNow = async (id: string) =>
  (await tables.select().from(devices).where(eq(devices.id, id)))[0];

describe("switching Enode on", () => {
  it("keeps credentials that Enode takes, encrypted, and asks to be told", async () => {
    await switchOn();
    const [row] = await tables
      .select()
      .from(connectorCredentials)
      .where(eq(connectorCredentials.organizationId, organization.id));
    expect(row?.clientId).toBe("enode-client");
    expect(row?.encryptedSecret.toString("latin1")).not.toContain("enode-secret");
    expect(enode.webhooks.at(-1)?.url).toContain(`/api/manufacturers/enode/${organization.id}`);
  });

  it("refuses those that Enode does not take, and keeps nothing", async () => {
    await expect(switchOn({ ...good, clientSecret: "wrong" })).rejects.toMatchObject({
      fields: { clientSecret: "credentialsRefused" },
    });
    const rows = await tables
      .select()
      .from(connectorCredentials)
      .where(eq(connectorCredentials.organizationId, organization.id));
    expect(rows).toEqual([]);
  });
});

describe("a linked vehicle", () => {
  it("reports in our units, and is lost with its credentials", async () => {
    const id = await linkVehicle();
    const account = await accountOf();
    await readAccount(system(), account.id);
    const [vehicle] = await tables
      .select()
      .from(electricVehicles)
      .where(eq(electricVehicles.deviceId, id));
    expect(vehicle).toMatchObject({
      batteryLevel: 55,
      chargeRateW: 7400,
      drivingRange: 301,
      chargeTimeRemaining: 5400,
    });
    const linked = enode.users.get(userId());
    if (linked) linked.isValid = false;
    await readAccount(system(), account.id);
    expect(await deviceNow(id)).toMatchObject({
      connectionState: "disconnected",
      lifecycleError: "credentials invalidated",
    });
  });

  it("charges at once through Enode, and its access can be given back", async () => {
    const id = await linkVehicle();
    await tables
      .update(electricVehicles)
      .set({ isPluggedIn: true, boostState: "available" })
      .where(eq(electricVehicles.deviceId, id));
    await setBoost(actorOf(organization.staff), { id, isWanted: true });
    const [command] = await tables
      .select()
      .from(deviceCommands)
      .where(eq(deviceCommands.deviceId, id));
    await writeDeviceSettings(system(), command?.id ?? "");
    expect(enode.requests.at(-1)).toMatchObject({
      path: `/vehicles/v-${userId()}/charging`,
      body: { action: "START" },
    });
    await endConnection(actorOf(organization.staff), { id, reason: "Sold the car" });
    await giveBackAccess(system(), (await accountOf()).id);
    expect(enode.users.has(userId())).toBe(false);
  });
});

describe("messages of Enode", () => {
  it("are taken with this organization's signature alone, and have the account read", async () => {
    await linkVehicle();
    const later = new Date(Date.now() + 3_600_000);
    await tables
      .update(manufacturerAccounts)
      .set({ nextReadAt: later })
      .where(eq(manufacturerAccounts.userId, userId()));
    const body = JSON.stringify([
      { event: "user:credentials:invalidated", user: { id: userId() }, version: "2024-10-01" },
    ]);
    const secret = enode.webhooks.at(-1)?.secret ?? "";
    const signature = `sha1=${createHmac("sha1", secret).update(body).digest("hex")}`;
    const receive = (organizationId: string, given: string) =>
      receiveEnodeEvents(organizationId, "test", { body, signature: given });
    expect(await receive(organization.id, "sha1=00")).toBe(false);
    const other = await createOrganization(tables);
    expect(await receive(other.id, signature)).toBe(false);
    expect((await accountOf()).nextReadAt).toEqual(later);
    expect(await receive(organization.id, signature)).toBe(true);
    expect((await accountOf()).nextReadAt?.getTime()).toBeLessThan(Date.now() + 1000);
  });
});

it("reads a vehicle of an account that was not linked for batteries and meters", async () => {
  const id = await linkVehicle();
  const { id: accountId } = await accountOf();
  const seen = (await deviceNow(id))?.currentStateLastUpdatedAt;
  enode.refusedKinds.add("batteries").add("meters");
  await readAccount(system(), accountId);
  expect((await deviceNow(id))?.currentStateLastUpdatedAt).not.toEqual(seen);
  expect((await accountOf()).failures).toBe(0);
  enode.refusedKinds.add("vehicles");
  await readAccount(system(), accountId);
  expect((await accountOf()).failures).toBeGreaterThan(0);
  enode.refusedKinds.clear();
});

it("reads home batteries and meters in our units and directions", async () => {
  await linkVehicle();
  const lastUpdated = new Date().toISOString();
  const common = { vendor: "TESLA", lastSeen: lastUpdated };
  enode.homes.set(userId(), {
    batteries: [
      {
        ...common,
        id: "b-1",
        chargeState: { batteryLevel: 64, batteryCapacity: 13.5, chargeRate: 2.4, lastUpdated },
      },
    ],
    meters: [{ ...common, id: "m-1", energyState: { power: -1.25, lastUpdated } }],
  });
  const connector = new EnodeConnector({ ...good, apiUrl: enode.url, loginUrl: enode.url });
  const account = {
    manufacturer: "Tesla",
    externalAccountId: `${userId()} TESLA`,
    tokens: null,
  };
  const states = await connector.readStates(account);
  expect(states.filter(({ state }) => state.kind !== "electric_vehicle")).toMatchObject([
    {
      externalDeviceId: "b-1",
      state: {
        kind: "home_battery",
        batteryChargeDischargePowerW: -2400,
        batteryChargeLevelPercent: 64,
        batteryCapacityKwh: 13.5,
      },
      dropped: [],
    },
    { externalDeviceId: "m-1", state: { kind: "smart_meter", currentPowerToGridW: 1250 } },
  ]);
  const kinds = (await connector.listDevices(account)).map(({ kind }) => kind);
  expect(kinds).toEqual(["electric_vehicle", "home_battery", "smart_meter"]);
});
