import { eq } from "drizzle-orm";
import { generate } from "otplib";
import { sessions } from "../db/schema";
import { addAuthenticator } from "../testing/records/team";
import {
  clickUntilShown,
  expect,
  expectAccessible,
  logIn,
  newPerson,
  password,
  test,
} from "./portal";

test("an organization asks for a second factor; a member sets it up and logs in with it", async ({
  page: admin,
  browser,
  organization,
  owner,
}) => {
  await addAuthenticator(organization.admin, owner.tables);
  const member = await newPerson(browser);
  await logIn(member, organization.staff.email);
  await admin.goto("/accounts/login");
  await admin.getByLabel("Email").fill(organization.admin.email);
  await admin.getByLabel("Password", { exact: true }).fill(password);
  await admin.getByRole("button", { name: "Log in" }).click();
  await expect(admin.getByRole("heading", { name: "Two-factor authentication" })).toBeVisible();
  await expectAccessible(admin);
  await admin.getByLabel("Code").fill("000000");
  await admin.getByRole("button", { name: "Log in" }).click();
  await expect(admin.getByText("Invalid code").first()).toBeVisible();
  await admin.goto("/dashboard");
  await expect(admin).toHaveURL(/accounts\/login/);

  await test.step("the rule acts on the member's next click", async () => {
    await owner.client`
      update organizations set second_factor_rule = 'team' where id = ${organization.id}`;
    await member.getByRole("link", { name: "Devices", exact: true }).click();
    await expect(
      member.getByRole("heading", { name: "Two-factor authentication", level: 1 }),
    ).toBeVisible();
    await expect(member.getByText("requires two-factor authentication")).toBeVisible();
    await expectAccessible(member);
    await member.goto("/users");
    await expect(member).toHaveURL(/account\/second-factor/);
  });

  let secret = "";
  let code = "";
  await test.step("the member sets up an app and keeps recovery codes", async () => {
    secret = (await member.locator("code").textContent()) ?? "";
    await member.getByLabel("6-digit code").fill("123456");
    await member.getByRole("button", { name: "Add authenticator app" }).click();
    await expect(member.getByText("Invalid code").first()).toBeVisible();
    secret = (await member.locator("code").textContent()) ?? "";
    await member.reload();
    secret = (await member.locator("code").textContent()) ?? "";
    await member.getByLabel("6-digit code").fill(await generate({ secret }));
    await member.getByRole("button", { name: "Add authenticator app" }).click();
    const codes = member.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
    await expect(codes).toHaveCount(10);
    await expectAccessible(member);
    code = (await codes.first().textContent()) ?? "";
    await member.getByRole("link", { name: "I've saved them" }).click();
    await expect(member.getByText("10 left.")).toBeVisible();
    await member.goto("/dashboard");
    await expect(member.getByRole("heading", { name: "Home", level: 1 })).toBeVisible();
  });

  await test.step("and logs in with a recovery code, which works once", async () => {
    const elsewhere = await newPerson(browser);
    const tryCode = async () => {
      await elsewhere.goto("/accounts/login");
      await elsewhere.getByLabel("Email").fill(organization.staff.email);
      await elsewhere.getByLabel("Password", { exact: true }).fill(password);
      await elsewhere.getByRole("button", { name: "Log in" }).click();
      await elsewhere.getByLabel("Code").fill(code);
      await elsewhere.getByRole("button", { name: "Log in" }).click();
    };
    await tryCode();
    await expect(elsewhere.getByRole("heading", { name: "Home", level: 1 })).toBeVisible();
    await elsewhere.context().clearCookies();
    await tryCode();
    await expect(elsewhere.getByText("Invalid code").first()).toBeVisible();
  });
});

test("what is grave asks again who acts, and keeps what was typed", async ({
  page,
  organization,
  owner,
}) => {
  await logIn(page, organization.admin.email);
  await owner.tables
    .update(sessions)
    .set({ provenAt: new Date(Date.now() - 3_600_000) })
    .where(eq(sessions.userId, organization.admin.id));
  await page.goto(`/team/${organization.staff.id}/departure`);
  const form = page.getByRole("form", { name: "Remove from team" });
  await form.getByLabel("Reason").fill("Leaves the company");
  await expectAccessible(page);
  await form.getByRole("button", { name: /Remove/ }).click();
  await expect(form.getByText("Confirm it's you.")).toBeVisible();
  await expect(form.getByLabel("Reason")).toHaveValue("Leaves the company");
  await form.getByLabel("Your password").fill("not this one");
  await form.getByRole("button", { name: /Remove/ }).click();
  await expect(form.getByText("That didn't match.")).toBeVisible();
  await form.getByLabel("Your password").fill(password);
  await form.getByRole("button", { name: /Remove/ }).click();
  await expect(page).toHaveURL(/\/team\/departures\//);
  await expect(page.getByText("Leaves the company")).toBeVisible();
});

test("an export asks again who takes it out", async ({ page, organization, owner }) => {
  await logIn(page, organization.admin.email);
  await owner.tables
    .update(sessions)
    .set({ provenAt: new Date(Date.now() - 3_600_000) })
    .where(eq(sessions.userId, organization.admin.id));
  await page.goto("/audit-log/export?format=csv");
  await expect(page.getByRole("heading", { name: "Confirm it's you" })).toBeVisible();
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page).toHaveURL(/\/audit-log$/);
});

test("a passkey is added, opens the next login, and proves who acts", async ({
  page,
  organization,
  owner,
}) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await logIn(page, organization.admin.email);
  await page.goto("/account");
  await page.getByRole("link", { name: "Set up" }).click();
  await page.getByRole("button", { name: "Add passkey" }).click();
  await expect(page.getByRole("list", { name: "Recovery codes" })).toBeVisible();
  await page.getByRole("link", { name: "I've saved them" }).click();
  await expect(page.getByText("This device", { exact: true })).toBeVisible();
  await expectAccessible(page);

  await page.context().clearCookies();
  await page.goto("/accounts/login");
  await page.getByLabel("Email").fill(organization.admin.email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByRole("button", { name: "Use passkey" }).click();
  await expect(page.getByRole("heading", { name: "Home", level: 1 })).toBeVisible();

  await owner.tables
    .update(sessions)
    .set({ provenAt: new Date(Date.now() - 3_600_000) })
    .where(eq(sessions.userId, organization.admin.id));
  await page.goto("/account/second-factor");
  await clickUntilShown(
    page.getByRole("button", { name: "Generate new recovery codes" }),
    page.getByText("Confirm it's you."),
  );
  await expectAccessible(page);
  await page.getByRole("button", { name: "Use passkey" }).click();
  await expect(page.getByRole("list", { name: "Recovery codes" })).toBeVisible();
});
