import { and, eq, isNull } from "drizzle-orm";
import * as oauth from "oauth4webapi";
import { apiClients, outgoingMails, users } from "../db/schema";
import { basePath } from "../partner-api/base";
import { addClientToken } from "../testing/api-tokens";
import { baseUrl } from "./http";
import {
  clickUntilShown,
  enter,
  expect,
  expectAccessible,
  newPerson,
  password,
  readMail,
  test,
} from "./portal";

const overHttp = { [oauth.allowInsecureRequests]: true } as const;

test("a utility's backend does what its team does", async ({
  page,
  browser,
  organization,
  owner,
}) => {
  await enter(page, organization.admin);
  await page.goto("/settings/api-credentials/new");
  await page.getByLabel("Name").fill("Billing system");
  for (const area of ["Customers, buildings, contracts", "Devices", "Team"]) {
    await page.getByLabel(area).selectOption("Read and write");
  }
  await page.getByLabel("Audit log").selectOption("Read");
  await clickUntilShown(
    page.getByRole("button", { name: "Create API client" }),
    page.getByLabel("Client secret"),
  );
  const client = { client_id: await page.getByLabel("Client ID").inputValue() };
  const secret = await page.getByLabel("Client secret").inputValue();
  await page.getByRole("link", { name: "I've saved it" }).click();

  const issuer = new URL(baseUrl);
  const found = await oauth.discoveryRequest(issuer, { algorithm: "oauth2", ...overHttp });
  const server = await oauth.processDiscoveryResponse(issuer, found);
  const granted = await oauth.clientCredentialsGrantRequest(
    server,
    client,
    oauth.ClientSecretBasic(secret),
    { scope: "read write" },
    overHttp,
  );
  const { access_token: token } = await oauth.processClientCredentialsResponse(
    server,
    client,
    granted,
  );

  async function call(method: string, path: string, body?: unknown) {
    const response = await fetch(`${baseUrl}${basePath}/org/${organization.id}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    expect(response.status, text).toBe(method === "DELETE" ? 204 : 200);
    return text === "" ? undefined : JSON.parse(text);
  }

  // A customer with a home and a heat pump.
  const email = `maria-${organization.mark}@home.example`;
  const customer = await call("POST", "/users", {
    role: "user",
    email,
    first_name: "Maria",
    last_name: "Huber",
    external_user_id: `C-${organization.mark}`,
  });
  const home = await call("POST", `/users/${customer.id}/buildings`, { name: "Home" });
  const pump = await call("POST", `/users/${customer.id}/heat-pumps`, {
    building_id: home.id,
    device_model: { manufacturer: "Vaillant", model: "aroTHERM plus" },
  });
  const pumpPath = `/users/${customer.id}/heat-pumps/${pump.id}`;
  await call("PUT", pumpPath, {
    optimization_level: "Max",
    minimum_temperature_limit: 20.5,
    is_smart_optimization_active: true,
  });
  expect(await call("GET", pumpPath)).toMatchObject({
    building: home.id,
    optimization_level: "Max",
    minimum_temperature_limit: 20.5,
    maximum_temperature_limit: null,
    is_smart_optimization_active: true,
    owner: { id: customer.id, external_id: `C-${organization.mark}` },
  });
  await page.goto(`/users/${customer.id}`);
  await expect(page.getByRole("heading", { name: "Maria Huber" })).toBeVisible();
  await expect(page.getByText("aroTHERM plus").first()).toBeVisible();

  // A colleague, invited by the API, who joins in the browser.
  const address = `nora-${organization.mark}@utility.example`;
  const member = await call("POST", "/users", { role: "staff", email: address });
  expect(member.status).toBe("invited");
  const colleague = await newPerson(browser);
  await readMail(colleague, address);
  const link = colleague.frameLocator("iframe").getByRole("link", { name: /invite|accept|join/i });
  await colleague.goto((await link.first().getAttribute("href")) ?? "");
  await colleague.getByLabel("Choose a password").fill(password);
  await colleague.getByRole("checkbox").check();
  await colleague.getByRole("button", { name: "Accept and log in" }).click();
  await expect(colleague).toHaveURL(/\/dashboard$/);
  await colleague.goto("/settings");
  await expect(colleague.getByRole("heading", { level: 1 })).toHaveText("You don't have access");

  const promoted = await call("PUT", `/users/${member.id}`, {
    role: "admin",
    reason: "Leads the team from now on",
  });
  expect(promoted).toMatchObject({ role: "admin", status: "active" });
  await colleague.goto("/settings");
  await expect(colleague.getByRole("heading", { name: "Settings" })).toBeVisible();

  // Removed while logged in: the next click leads out.
  await call("DELETE", `/users/${member.id}?reason=Was+a+trial`);
  await colleague.getByRole("link", { name: "Team" }).first().click();
  await expect(colleague).toHaveURL(/accounts\/login/);
  const [left] = await owner.tables
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, member.id), isNull(users.deletedAt)));
  expect(left).toBeUndefined();
  const [mail] = await owner.tables
    .select()
    .from(outgoingMails)
    .where(and(eq(outgoingMails.userId, member.id), eq(outgoingMails.template, "role-changed")));
  expect(mail).toBeDefined();

  const events = await call("GET", "/audit-events?limit=25");
  expect(events.map(({ action }: { action: string }) => action)).toEqual(
    expect.arrayContaining([
      "end-user.created",
      "building.created",
      "device.created",
      "device.settings-updated",
      "invitation.created",
      "member.role-changed",
      "member.removed",
    ]),
  );
  // Not simply the newest: the watch for suspicion may have written another one.
  const removal = events.find(({ action }: { action: string }) => action === "member.removed");
  expect(removal.actor).toMatchObject({ kind: "api-client", name: "Billing system" });

  // The admin sees what the client did, and ends it.
  await page.goto("/settings/api-credentials");
  await page.getByRole("link", { name: "Billing system" }).click();
  await expect(page.getByRole("heading", { name: "Recent calls" })).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("POST /users", { exact: true }).first()).toBeVisible({
      timeout: 1000,
    });
  }).toPass();
  await expect(page.getByText("grant_type=client_credentials")).toBeVisible();
  await expectAccessible(page);
  await page.locator("summary").filter({ hasText: "Takes effect immediately" }).click();
  const form = page.getByRole("form", { name: "Revoke" });
  await form.getByRole("textbox").fill("Billing system");
  await form.getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText("Revoked").first()).toBeVisible();
  const late = await fetch(`${baseUrl}${basePath}/org/${organization.id}/users`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(late.status).toBe(401);
});

test("a client calls from its allowed networks, with forged headers too", async ({
  organization,
  owner,
}) => {
  const knock = async (allowedAddresses: string[], headers: Record<string, string> = {}) => {
    const { token, clientId } = await addClientToken(organization, owner.tables);
    await owner.tables
      .update(apiClients)
      .set({ allowedAddresses })
      .where(eq(apiClients.id, clientId));
    const response = await fetch(`${baseUrl}${basePath}/org/${organization.id}/devices`, {
      headers: { authorization: `Bearer ${token}`, ...headers },
    });
    return response.status;
  };
  expect(await knock(["127.0.0.1", "::1"])).toBe(200);
  expect(await knock(["203.0.113.7"])).toBe(401);
  expect(await knock(["203.0.113.7"], { "x-forwarded-for": "203.0.113.7" })).toBe(401);
});

test("a support agent's own script may what the agent may", async ({ page, organization }) => {
  await enter(page, organization.staff);
  await page.goto("/account");
  await page.getByRole("link", { name: "Manage" }).click();
  await expect(page).toHaveURL(/\/account\/tokens$/);
  await expect(page.getByRole("heading", { name: "Personal tokens", level: 1 })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Name").fill("Monthly report");
  await clickUntilShown(
    page.getByRole("button", { name: "Create token" }),
    page.getByLabel("Token", { exact: true }),
  );
  const token = await page.getByLabel("Token", { exact: true }).inputValue();
  const status = async (path: string, method = "GET") => {
    const response = await fetch(`${baseUrl}${basePath}/org/${organization.id}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
    });
    return response.status;
  };
  expect(await status(`/users/${organization.endUser.id}`)).toBe(200);
  expect(await status("/audit-events")).toBe(403);
  expect(await status(`/users/${organization.endUser.id}`, "DELETE")).toBe(403);
  await page.getByRole("link", { name: "I've saved it" }).click();
  await expect(page.getByText("Monthly report")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText("Token revoked.")).toBeVisible();
  expect(await status(`/users/${organization.endUser.id}`)).toBe(401);
});

test("a developer reads the reference and tries it in a sandbox", async ({
  page,
  browser,
  organization,
  owner,
}) => {
  await owner.client`update organizations set environment = 'sandbox' where id = ${organization.id}`;
  await enter(page, organization.admin);
  await page.goto("/settings/api-credentials/new");
  await page.getByLabel("Name").fill("Trial");
  await page.getByLabel("Customers, buildings, contracts").selectOption("Read and write");
  await clickUntilShown(
    page.getByRole("button", { name: "Create API client" }),
    page.getByLabel("Client secret"),
  );
  const identifier = await page.getByLabel("Client ID").inputValue();
  const secret = await page.getByLabel("Client secret").inputValue();

  const developer = await newPerson(browser);
  const outside: string[] = [];
  developer.on("request", (request) => {
    if (!request.url().startsWith(baseUrl)) outside.push(request.url());
  });
  await developer.goto(`${basePath}/docs`);
  await expect(developer.getByRole("heading", { name: "Wattdesk Partner API 2.0" })).toBeVisible();
  await expectAccessible(developer);
  await developer.getByLabel("Client ID").fill(identifier);
  await developer.getByLabel("Client secret").fill("wd_live_nothing");
  await clickUntilShown(
    developer.getByRole("button", { name: "Connect" }),
    developer.getByText("not the credentials of a sandbox"),
  );
  await developer.getByLabel("Client secret").fill(secret);
  await developer.getByRole("button", { name: "Connect" }).click();
  await expect(developer.getByText("Connected to the sandbox")).toBeVisible();
  await developer.getByText("Add a person", { exact: true }).click();
  const trial = developer.getByRole("form", { name: "Try createUser" });
  await expect(trial).toBeVisible();
  await expectAccessible(developer);
  await trial
    .getByLabel("Body")
    .fill(JSON.stringify({ role: "user", email: `try-${organization.mark}@home.example` }));
  await trial.getByRole("button", { name: "Send" }).click();
  await expect(trial.getByText("200 OK")).toBeVisible();
  await expect(trial.getByText(`try-${organization.mark}@home.example`).last()).toBeVisible();
  expect(outside.filter((url) => !url.startsWith("data:"))).toEqual([]);
});
