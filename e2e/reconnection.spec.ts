import { eq } from "drizzle-orm";
import { connectLinks, devices as deviceRows, users } from "../db/schema";
import { basePath } from "../partner-api/base";
import { addClientToken } from "../testing/api-tokens";
import {
  addManufacturerAccount,
  controlSandbox,
  loseDevice,
  registerSandboxAccount,
} from "../testing/records/connections";
import { ask } from "./http";
import { enter, expect, expectAccessible, logIn, newPerson, readMail, test } from "./portal";

const manufacturerUrl = process.env.SANDBOX_MANUFACTURER_URL ?? "";
const baseUrl = process.env.E2E_BASE_URL ?? "";
const phone = { width: 390, height: 844 };

test("a device loses its authorization, and its owner gives it back", async ({
  page: agent,
  browser,
  organization,
  owner,
}) => {
  const { endUser } = organization;
  const serial = `NIB-${organization.mark}`;
  await owner.tables
    .update(deviceRows)
    .set({ externalDeviceId: serial })
    .where(eq(deviceRows.id, organization.deviceId));
  const account = await registerSandboxAccount(manufacturerUrl, {
    maker: "nibe",
    email: endUser.email,
    serial,
    webhookUrl: `${baseUrl}/api/manufacturers/sandbox/${organization.id}`,
  });
  await addManufacturerAccount(organization, owner.tables, account);
  const customer = await newPerson(browser);
  await customer.setViewportSize(phone);

  await test.step("the agent sees it within seconds", async () => {
    await enter(agent, organization.staff);
    await agent.goto(`/users/${endUser.id}`);
    const devices = agent.getByRole("main").getByRole("listitem").filter({ hasText: "Nibe" });
    await expect(devices.getByText("Connected", { exact: true })).toBeVisible();
    await controlSandbox(manufacturerUrl, "nibe/lose", {
      email: endUser.email,
      reason: "password_changed",
    });
    await expect(devices.getByText("Disconnected", { exact: true })).toBeVisible();
  });

  await test.step("and sends a link", async () => {
    await agent.getByRole("link", { name: "Nibe S2125-8" }).first().click();
    await expect(agent.getByText("Reason: Password changed")).toBeVisible();
    await expectAccessible(agent);
    const links = agent.getByRole("form", { name: "Connection links" });
    await links.getByLabel("Turn on optimisation once connected").uncheck();
    await links.getByRole("button", { name: "Send reconnection link" }).click();
    await expect(agent.getByText(`Link sent to`)).toBeVisible();
    await expect(
      agent.getByRole("list", { name: "Reconnection" }).getByText("Link sent: done"),
    ).toBeVisible();
    await agent.getByRole("button", { name: "Create another link" }).click();
    await agent.getByRole("button", { name: "Copy link" }).click();
    await expect(agent.getByLabel(`Link for ${endUser.email}`)).toHaveValue(/\/connect\//);
    await expect(agent.getByRole("img", { name: "QR code for the link" })).toBeVisible();
    await expectAccessible(agent);
  });

  await test.step("the customer opens the mail on a phone and refuses first", async () => {
    await readMail(customer, endUser.email);
    const mail = customer.frameLocator("iframe");
    await mail.getByRole("link", { name: "Reconnect" }).click();
    await expect(customer).toHaveURL(/\/connect\//);
    await ask(new URL(customer.url()).pathname, { method: "HEAD" });
    await ask(new URL(customer.url()).pathname);
    await agent.goto(`/users/${endUser.id}`);
    await expect(agent.getByText("Connection link created").first()).toBeVisible();
    await expect(agent.getByText("Connection link opened")).toHaveCount(0);
    await expect(
      customer.getByRole("heading", { name: "Reconnect your Nibe S2125-8" }),
    ).toBeVisible();
    await expectAccessible(customer);
    await customer.getByRole("button", { name: "Continue to Nibe" }).click();
    await customer.getByLabel("E-mail address").fill(endUser.email);
    await customer.getByLabel("Password").fill("wrong");
    await customer.getByRole("button", { name: "Log in" }).click();
    await expect(customer.getByText("do not fit")).toBeVisible();
    await customer.getByLabel("E-mail address").fill(endUser.email);
    await customer.getByLabel("Password").fill("my own");
    await customer.getByRole("button", { name: "Log in" }).click();
    await customer.getByRole("button", { name: "Refuse" }).click();
    await expect(customer.getByText("Access was denied at Nibe.")).toBeVisible();
    await expectAccessible(customer);
  });

  await test.step("with another account than the device's nothing is connected", async () => {
    await logInAtManufacturer(customer, `stranger-${organization.mark}@home.example`);
    await expect(customer.getByText("This device isn't in the account you used.")).toBeVisible();
  });

  await test.step("then gives access, and is done", async () => {
    await logInAtManufacturer(customer, endUser.email);
    await expect(customer.getByRole("heading", { name: "Connected", exact: true })).toBeVisible();
    await expectAccessible(customer);
    await customer.reload();
    await expect(customer.getByRole("heading", { name: "Connected", exact: true })).toBeVisible();
  });

  await test.step("and has it optimised again from the last page", async () => {
    await expect(customer.getByText("It isn't optimised yet")).toBeVisible();
    await agent.goto(`/devices/${organization.deviceId}`);
    await expect(agent.getByText("but optimisation is off.")).toBeVisible();
    await expectAccessible(agent);
    await customer.getByRole("button", { name: "Turn on optimisation" }).click();
    await expect(customer.getByText("Optimisation is on", { exact: true })).toBeVisible();
    await expect(customer.getByText("optimises it from now on")).toBeVisible();
    await expectAccessible(customer);
    await agent.reload();
    await expect(agent.getByText("and optimising again.")).toBeVisible();
  });

  await test.step("the agent sees it connected, with the whole story", async () => {
    await agent.goto(`/devices/${organization.deviceId}`);
    await expect(agent.getByText(/^Updated (now|\d+ seconds? ago)/)).toBeVisible();
    await expect(agent.getByText("Connected", { exact: true }).first()).toBeVisible();
    await agent.goto(`/users/${endUser.id}`);
    for (const line of [
      "Connection link created",
      "Connection link opened",
      "Manufacturer login started",
      "Connection failed",
      "Connected to manufacturer",
    ]) {
      await expect(agent.getByText(line).first()).toBeVisible();
    }
    await expect(agent.getByText(/· Disconnected$/)).toBeVisible();
    await expect(agent.getByText(/· Connected$/)).toBeVisible();
  });
});

test("the address of a device that the API hands out makes a link by its button alone", async ({
  browser,
  organization,
  owner,
}) => {
  const { id: organizationId, endUser, deviceId } = organization;
  await loseDevice(organization, owner.tables);
  await owner.tables.update(users).set({ language: "de" }).where(eq(users.id, endUser.id));
  const { token } = await addClientToken(organization, owner.tables);
  const path = `/org/${organizationId}/users/${endUser.id}/heat-pumps/${deviceId}`;
  const answer = await fetch(`${baseUrl}${basePath}${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { authorization_url: address } = await answer.json();
  const links = () =>
    owner.tables.select().from(connectLinks).where(eq(connectLinks.deviceId, deviceId));
  for (const method of ["HEAD", "GET"]) {
    expect((await fetch(address, { method, redirect: "manual" })).status).toBe(200);
  }
  expect(await links()).toEqual([]);
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" });
  const customer = await context.newPage();
  await customer.goto(address);
  const heading = customer.getByRole("heading", { name: "Nibe S2125-8 erneut verbinden" });
  await expect(heading).toBeVisible();
  await customer.getByRole("button", { name: "Weiter", exact: true }).click();
  await expect(customer).toHaveURL(/\/connect\/[0-9a-f-]{36}\.[\w-]{43}$/);
  await expect(heading).toBeVisible();
  expect(await links()).toHaveLength(1);
  await customer.goto(address.replace("secret=", "secret=x"));
  await expect(customer).toHaveURL(/\/connect\/lost$/);
  await context.close();
});

async function logInAtManufacturer(
  customer: Awaited<ReturnType<typeof newPerson>>,
  email: string,
): Promise<void> {
  await customer.getByRole("button", { name: /^Continue to/ }).click();
  await customer.getByLabel("E-mail address").fill(email);
  await customer.getByLabel("Password").fill("my own");
  await customer.getByRole("button", { name: "Log in" }).click();
  await customer.getByRole("button", { name: "Allow" }).click();
}

test("an end-user connects new devices, in the browser and by a code", async ({
  browser,
  organization,
}) => {
  const { endUser } = organization;
  const customer = await newPerson(browser);
  await customer.setViewportSize(phone);
  await logIn(customer, endUser.email);
  await customer.getByRole("button", { name: "Connect device" }).click();
  await expect(customer.getByRole("heading", { name: "Connect your devices" })).toBeVisible();
  await expectAccessible(customer);
  await customer.getByRole("button", { name: "Continue to the manufacturer" }).click();
  await expect(customer.getByRole("alert").getByRole("listitem")).toHaveCount(1);
  await customer.getByLabel("Choose your device's manufacturer").selectOption("Vaillant");
  await logInAtManufacturer(customer, endUser.email);
  await expect(customer.getByRole("heading", { name: "Choose devices" })).toBeVisible();
  await expectAccessible(customer);
  await customer.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(customer.getByRole("heading", { name: "Connected", exact: true })).toBeVisible();

  await customer.goto("/me");
  await expect(customer.getByText(/^Vaillant aroTHERM/)).toBeVisible();
  await customer.getByRole("button", { name: "Connect device" }).click();
  await customer.getByLabel("Choose your device's manufacturer").selectOption("KEBA");
  await customer.getByRole("button", { name: "Continue to the manufacturer" }).click();
  await expect(customer.getByRole("heading", { name: "Sign in with KEBA" })).toBeVisible();
  await expectAccessible(customer);
  const atManufacturer = customer.context().waitForEvent("page");
  await customer.getByRole("link", { name: "Open KEBA" }).click();
  const second = await atManufacturer;
  await second.getByLabel("E-mail address").fill(endUser.email);
  await second.getByLabel("Password").fill("my own");
  await second.getByRole("button", { name: "Log in" }).click();
  await second.getByRole("button", { name: "Allow" }).click();
  await expect(second.getByRole("heading", { name: "Access given" })).toBeVisible();
  await expect(customer.getByRole("heading", { name: "Choose devices" })).toBeVisible();
  await customer.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(customer.getByRole("heading", { name: "Connected", exact: true })).toBeVisible();
  await customer.goto("/me");
  await expect(customer.getByText("KEBA KeContact P30 x")).toBeVisible();
});
