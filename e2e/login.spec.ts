import { eq } from "drizzle-orm";
import { users } from "../db/schema";
import { createPerson } from "../testing/organization";
import { ask, baseUrl } from "./http";
import { expect, expectAccessible, logIn, newPerson, password, readMail, test } from "./portal";

test("the short address of the login page leads to it", async () => {
  const answer = await ask("/login?next=%2Fdevices");
  expect(answer.status).toBe(307);
  expect(answer.headers.get("location")).toMatch(/\/accounts\/login\?next=%2Fdevices$/);
});

test("logging in, out, and back to where one was going", async ({ page, organization }) => {
  await page.goto("/devices?kind=heat_pump");
  await expect(page).toHaveURL(/\/accounts\/login\?next=%2Fdevices%3Fkind%3Dheat_pump/);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeFocused();
  await expect(page.getByRole("main").getByRole("alert").getByRole("link")).toHaveCount(2);
  await page.getByLabel("Email").fill(organization.staff.email);
  await page.getByLabel("Password", { exact: true }).fill("not the right password");
  const toggle = page.getByRole("button", { name: "Show password" });
  await expect(toggle).toHaveAttribute("aria-pressed", "false");
  await toggle.press("Space");
  await expect(toggle).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute("type", "text");
  await toggle.press("Space");
  await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute("type", "password");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByText("Incorrect email or password")).toBeVisible();
  await expect(page.getByLabel("Email")).toHaveValue(organization.staff.email);
  await expectAccessible(page);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page).toHaveURL(/\/devices\?kind=heat_pump$/);

  const cookies = await page.context().cookies();
  const session = cookies.find((cookie) => cookie.name === "__Host-wattdesk-session");
  expect(session).toMatchObject({
    httpOnly: true,
    secure: true,
    sameSite: "Lax",
    path: "/",
    domain: "localhost",
  });

  await page.getByRole("button", { name: /^Account menu/ }).click();
  await page.getByRole("menuitem", { name: "Log out" }).click();
  await expect(page).toHaveURL(/\/accounts\/login$/);
  // The old cookie, kept by somebody, opens nothing any more.
  const kept = await ask("/dashboard", {
    headers: { cookie: `${session?.name}=${session?.value}` },
  });
  expect(kept.status).toBe(307);
});

test("a forgotten password is reset by mail, and other sessions end", async ({
  page,
  browser,
  organization,
}) => {
  const elsewhere = await newPerson(browser);
  await logIn(elsewhere, organization.staff.email);
  await page.goto("/accounts/login");
  await page.getByRole("link", { name: "Forgot password?" }).click();
  // The login page has a field of the same name.
  await expect(page.getByRole("heading", { name: "Forgot your password?" })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Email").fill(organization.staff.email);
  await page.getByRole("button", { name: "Send reset link" }).click();
  await expect(page.getByText("If an account exists for this email")).toBeVisible();
  await readMail(page, organization.staff.email);
  await page.frameLocator("iframe").getByRole("link", { name: "Reset password" }).click();
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "New password" }).fill("passwordpassword");
  await expect(page.getByText("easy to guess").first()).toBeVisible();
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("easy to guess");
  const address = page.url();
  await page.getByRole("textbox", { name: "New password" }).fill("seven paper boats drifting");
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByText("Password changed.")).toBeVisible();
  await page.goto(address);
  await expect(page.getByText("This link is no longer valid")).toBeVisible();
  await expectAccessible(page);
  await elsewhere.getByRole("link", { name: "Devices", exact: true }).click();
  await expect(elsewhere).toHaveURL(/ended=1/);
  await logIn(page, organization.staff.email, "seven paper boats drifting");
});

test("a reset asked for under a false host name still leads to our own", async ({
  page,
  organization,
}) => {
  await page.setExtraHTTPHeaders({
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
  });
  await page.goto("/accounts/forgotten-password");
  await page.getByLabel("Email").fill(organization.admin.email);
  await page.setExtraHTTPHeaders({});
  await page.getByRole("button", { name: "Send reset link" }).click();
  await expect(page.getByText("If an account exists for this email")).toBeVisible();
  await readMail(page, organization.admin.email);
  const link = page.frameLocator("iframe").getByRole("link", { name: "Reset password" });
  await expect(link).toHaveAttribute("href", new RegExp(`^${baseUrl}/accounts/reset-password/`));
});

test("too many wrong passwords have to wait, and are told how long", async ({
  page,
  organization,
}) => {
  await page.goto("/accounts/login");
  for (let round = 0; round < 6; round++) {
    await page.getByLabel("Email").fill(organization.endUser.email);
    await page.getByLabel("Password", { exact: true }).fill(`wrong guess number ${round}`);
    await page.getByRole("button", { name: "Log in" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText(
      round < 5 ? "Incorrect email or password" : "Try again in 15 minutes",
    );
    await expect(page.getByRole("button", { name: "Log in", exact: true })).toHaveAttribute(
      "aria-disabled",
      "false",
    );
  }
});

test("a person in two organizations chooses one", async ({ page }) => {
  await page.goto("/accounts/login");
  for (const round of [1, 2]) {
    await page.getByLabel("Email").fill("ines.brandt@demo.example");
    await page.getByLabel("Password", { exact: true }).fill("wattdesk-demo-2026");
    if (round === 2)
      await page.getByLabel("Organisation").selectOption({ label: "Alpenstrom Sandbox" });
    await page.getByRole("button", { name: "Log in" }).click();
    if (round === 1) await expect(page.getByText("belongs to several organisations")).toBeVisible();
  }
  await expect(page.getByText("Sandbox. Changes here don't affect production.")).toBeVisible();
  await expectAccessible(page);
});

test("a suspended member is out with the next click, and back when reactivated", async ({
  page,
  browser,
  organization,
  owner,
}) => {
  const staff = await newPerson(browser);
  await logIn(staff, organization.staff.email);
  await logIn(page, organization.admin.email);
  await page.goto(`/team/${organization.staff.id}`);
  await page.getByText("Suspend", { exact: true }).first().click();
  await page
    .getByRole("form", { name: "Suspend" })
    .getByLabel("Reason")
    .fill("Away for half a year");
  await page.getByRole("button", { name: "Suspend" }).click();
  await expect(page.getByText("Suspended", { exact: true }).first()).toBeVisible();
  await staff.getByRole("link", { name: "Team", exact: true }).click();
  await expect(staff).toHaveURL(/ended=1/);
  await page.getByText("Reactivate", { exact: true }).first().click();
  await page.getByRole("button", { name: "Reactivate" }).click();
  await expect(page.getByText("Active", { exact: true }).first()).toBeVisible();
  const [member] = await owner.tables
    .select()
    .from(users)
    .where(eq(users.id, organization.staff.id));
  expect(member?.status).toBe("active");
});

test("nobody can act on their own account, or on the last admin, and the page says why", async ({
  page,
  organization,
  owner,
}) => {
  await logIn(page, organization.admin.email);
  await page.goto(`/team/${organization.admin.id}`);
  await expect(page.getByText("This is the last active admin")).toBeVisible();
  await expect(page.getByText("Change role")).toBeHidden();
  await expectAccessible(page);
  await createPerson(
    owner.tables,
    organization.id,
    "admin",
    `second-${organization.mark}@utility.example`,
  );
  await page.reload();
  await expect(page.getByText("This is your own account.")).toBeVisible();
  await expect(page.getByText("Change role")).toBeHidden();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("login works, and keeps what was typed", async ({ page, organization }) => {
    await page.goto("/accounts/login");
    await page.getByLabel("Email").fill(organization.staff.email);
    await page.getByLabel("Password", { exact: true }).fill("not the right password");
    await page.getByRole("button", { name: "Log in" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText(
      "Incorrect email or password",
    );
    await expect(page.getByLabel("Email")).toHaveValue(organization.staff.email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Log in" }).click();
    await expect(page.getByRole("heading", { name: "Home" })).toBeVisible();
  });
});
