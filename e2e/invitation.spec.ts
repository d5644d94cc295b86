import { eq } from "drizzle-orm";
import { invitations } from "../db/schema";
import { inviteSomebody } from "../testing/records/team";
import { ask, baseUrl } from "./http";
import { enter, expect, expectAccessible, newPerson, password, test } from "./portal";

test("a link survives scanners, and dies by use", async ({
  page,
  browser,
  organization,
  owner,
}) => {
  const { token } = await inviteSomebody(organization, owner.tables);
  const path = `/invite/${token}`;
  await ask(path, { method: "HEAD" });
  for (const hanger of ["", ".", "),", "%22", "&fbclid=x", "?utm_source=mail&gclid=x"]) {
    const scanner = await newPerson(browser);
    const answer = await scanner.goto(path + hanger);
    expect(answer?.status()).toBe(200);
    await expect(scanner.getByLabel("Choose a password")).toBeVisible();
    const headers = answer?.headers() ?? {};
    expect(headers["referrer-policy"]).toBe("strict-origin");
    expect(headers["cache-control"]).toContain("no-store");
    await scanner.context().close();
  }
  const outside: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(baseUrl)) outside.push(request.url());
    const { referer } = request.headers();
    if (referer?.includes(token)) outside.push(referer);
  });
  await page.goto(path);
  await page.getByLabel("Choose a password").fill(password);
  await page.getByRole("button", { name: "Accept and log in" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "Accept the terms of service to continue.",
  );
  await expectAccessible(page);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Accept and log in" }).click();
  await expect(page).toHaveURL(/\/dashboard$/);
  expect(outside.filter((url) => !url.startsWith("data:"))).toEqual([]);

  const later = await newPerson(browser);
  await later.goto(path);
  await expect(later.getByText("Invitation already accepted")).toBeVisible();
  await expectAccessible(later);
});

test("an invitation is in the language of the invitee's browser", async ({
  browser,
  organization,
  owner,
}) => {
  const { token } = await inviteSomebody(organization, owner.tables);
  for (const [locale, language] of [
    ["de-AT", "de"],
    ["en-GB", "en"],
  ] as const) {
    const context = await browser.newContext({ locale });
    const invitee = await context.newPage();
    await invitee.goto(`/invite/${token}`);
    await expect(invitee.locator("html")).toHaveAttribute("lang", locale);
    await expect(invitee.locator("select[name=language]")).toHaveValue(language);
    await context.close();
  }
});

test("dead links say what to do next", async ({ page, organization, owner }) => {
  const expired = await inviteSomebody(organization, owner.tables);
  await owner.tables
    .update(invitations)
    .set({ expiresAt: new Date(Date.now() - 1000) })
    .where(eq(invitations.userId, expired.id));
  const revoked = await inviteSomebody(organization, owner.tables);
  await owner.tables
    .update(invitations)
    .set({ revokedAt: new Date() })
    .where(eq(invitations.userId, revoked.id));
  for (const [token, title] of [
    [expired.token, "Invitation expired"],
    [revoked.token, "Invitation no longer valid"],
    [`${organization.id}.${"a".repeat(43)}`, "Invalid link"],
    ["nonsense", "Invalid link"],
  ]) {
    await page.goto(`/invite/${token}`);
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await expectAccessible(page);
  }
  await page.goto(`/invite/${expired.token}`);
  await expect(page.getByText(organization.admin.name)).toBeVisible();
});

test("the admin sends again, corrects the address and withdraws", async ({
  page,
  browser,
  organization,
  owner,
}) => {
  const invited = await inviteSomebody(organization, owner.tables);
  await owner.tables
    .update(invitations)
    .set({ expiresAt: new Date(Date.now() - 1000) })
    .where(eq(invitations.userId, invited.id));
  await enter(page, organization.admin);
  await page.goto("/dashboard");
  await expect(page.getByRole("link", { name: /Invited Person.*Expired/ })).toBeVisible();
  await page.goto(`/team/${invited.id}`);
  await expect(page.getByText("Invitation expired").first()).toBeVisible();
  await page.getByText("Resend invitation", { exact: true }).first().click();
  await page.getByRole("button", { name: "Resend invitation" }).click();
  await expect(page.getByText("Invitation resent.")).toBeVisible();
  const link = await page.getByLabel("Invitation link").inputValue();
  await expectAccessible(page);

  await page.reload();
  await page.getByText("Change email", { exact: true }).first().click();
  const form = page.getByRole("form", { name: "Change email" });
  await form.getByLabel("Email").fill(`gone-${organization.mark}@bounce.example`);
  await form.getByRole("button").click();
  await expect(page.getByText("Invitation resent.")).toBeVisible();
  const other = await newPerson(browser);
  await other.goto(link);
  await expect(other.getByText("Invitation no longer valid")).toBeVisible();
  await expect(async () => {
    await page.goto(`/team/${invited.id}`);
    await expect(page.getByText("Email bounced")).toBeVisible({ timeout: 1000 });
  }).toPass();

  await page.getByText("Revoke invitation", { exact: true }).first().click();
  await page.getByRole("button", { name: "Revoke invitation" }).click();
  await expect(page.getByText("Invitation revoked").first()).toBeVisible();
});

test("an invitation is checked field by field, and nothing typed is lost", async ({
  page,
  organization,
}) => {
  await enter(page, organization.admin);
  await page.goto("/settings");
  await page.getByLabel("Allowed email domains").fill("utility.example");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Settings saved.")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/team/invite");
  await page.getByLabel("First name").fill("Robin");
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByRole("main").getByRole("alert").getByRole("listitem")).toHaveCount(2);
  await page.getByLabel("Email").fill("robin@elsewhere.example");
  await page.getByLabel("Reason").fill("Joins the support team");
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "Only emails from these domains can be invited: utility.example",
  );
  await expect(page.getByLabel("First name")).toHaveValue("Robin");
  await page.getByLabel("Email").fill(organization.staff.email.toUpperCase());
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("already in use");
  await expectAccessible(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an invitation can be accepted", async ({ page, organization, owner }) => {
    const { token } = await inviteSomebody(organization, owner.tables);
    await page.goto(`/invite/${token}`);
    await page.getByLabel("Choose a password").fill("passwordpassword");
    await page.getByRole("checkbox").check();
    await page.getByLabel("Phone").fill("+43 1 999");
    await page.getByRole("button", { name: "Accept and log in" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("easy to guess");
    await expect(page.getByLabel("Phone")).toHaveValue("+43 1 999");
    await page.getByLabel("Choose a password").fill(password);
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: "Accept and log in" }).click();
    await expect(page.getByRole("heading", { name: "Home" })).toBeVisible();
  });
});
