import { and, asc, eq } from "drizzle-orm";
import { auditEvents } from "../db/schema";
import { expect, expectAccessible, logIn, newPerson, password, readMail, test } from "./portal";

test("an admin invites, the colleague joins and works, is promoted, and is removed", async ({
  page: admin,
  browser,
  organization,
  owner,
}) => {
  const email = `robin-${organization.mark}@utility.example`;
  const colleague = await newPerson(browser);

  await test.step("the admin logs in and invites a colleague", async () => {
    await logIn(admin, organization.admin.email);
    await expect(admin.getByRole("heading", { name: "Home", level: 1 })).toBeVisible();
    await admin.getByRole("link", { name: "Team", exact: true }).click();
    await expect(admin.getByRole("heading", { name: "Team", level: 1 })).toBeVisible();
    await expectAccessible(admin);
    await admin.getByRole("link", { name: "Invite member" }).click();
    await expectAccessible(admin);
    await admin.getByLabel("First name").fill("Robin");
    await admin.getByLabel("Last name").fill("Falk");
    await admin.getByLabel("Email").fill(email);
    await admin.getByLabel("Reason").fill("Joins the support team in December");
    await admin.getByRole("button", { name: "Send invitation" }).click();
    await expect(admin.getByText(`Invitation sent to ${email}.`)).toBeVisible();
    await expect(admin.locator(":focus")).toContainText(`Invitation sent to ${email}.`);
    await expect(admin.getByLabel("Invitation link")).toHaveValue(
      /\/invite\/[0-9a-f-]{36}\.[\w-]{43}$/,
    );
    await expectAccessible(admin);
  });

  await test.step("the team page shows how far the invitation has come", async () => {
    await expect(async () => {
      await admin.goto("/team?search=Robin");
      await expect(
        admin.getByRole("row", { name: /Robin Falk.*Invited.*Email delivered/ }),
      ).toBeVisible({
        timeout: 1000,
      });
    }).toPass();
  });

  await test.step("the colleague opens the mail and accepts", async () => {
    await readMail(colleague, email);
    const mail = colleague.frameLocator("iframe");
    await expect(mail.getByText(/invited you to join Utility/).first()).toBeVisible();
    await mail.getByRole("link", { name: "Accept invitation" }).click();
    await expect(colleague).toHaveURL(/\/invite\//);
    await expect(colleague.getByRole("heading", { name: /^Join Utility/ })).toBeVisible();
    await expect(colleague.getByLabel("First name")).toHaveValue("Robin");
    await expectAccessible(colleague);
    await colleague.getByLabel("Choose a password").fill(password);
    await expect(colleague.getByText(/trong password/)).toBeVisible();
    await colleague.getByLabel("Phone").fill("+43 660 7654321");
    await colleague.getByLabel("Time zone").selectOption("Europe/Vienna");
    await colleague.getByRole("checkbox").check();
    await colleague.getByRole("button", { name: "Accept and log in" }).click();
    await expect(colleague).toHaveURL(/\/dashboard$/);
    await expect(colleague.getByRole("heading", { name: "Home", level: 1 })).toBeVisible();
    await expectAccessible(colleague);
  });

  await test.step("works on an end-user", async () => {
    await colleague.getByRole("link", { name: "Customers", exact: true }).first().click();
    await expect(colleague).toHaveURL(/\/users$/);
    // A whole address leads to whom it belongs.
    await colleague.getByRole("searchbox").fill(organization.endUser.email);
    await expect(colleague.getByRole("heading", { name: organization.endUser.name })).toBeVisible();
    await expectAccessible(colleague);
    await colleague.getByRole("link", { name: "Edit customer" }).click();
    await colleague.getByLabel("Phone").fill("+43 1 234567");
    await colleague.getByRole("button", { name: "Save" }).click();
    await expect(colleague.getByText("+43 1 234567")).toBeVisible();
    await expect(colleague.getByText("Customer updated")).toBeVisible();
  });

  await test.step("and on a device", async () => {
    await colleague.getByRole("link", { name: "Nibe S2125-8" }).click();
    await expectAccessible(colleague);
    await colleague.getByRole("link", { name: "Settings", exact: true }).click();
    await colleague.getByLabel("Smart optimisation").check();
    await colleague.getByLabel("Comment").fill("Called the customer.");
    await colleague.getByRole("button", { name: "Save" }).click();
    await expect(colleague.getByRole("form", { name: "Pause optimisation" })).toBeVisible();
    await expect(colleague.getByLabel("Comment")).toHaveValue("Called the customer.");
    await colleague.getByRole("link", { name: "History", exact: true }).click();
    await expect(colleague.getByText("Device updated")).toBeVisible();
  });

  await test.step("is refused at team management and settings", async () => {
    await colleague.goto("/team");
    await expect(colleague.getByText("Only admins can manage it.")).toBeVisible();
    await expect(colleague.getByRole("link", { name: "Invite member" })).toBeHidden();
    await expect(colleague.getByRole("link", { name: "Settings" })).toBeHidden();
    for (const path of ["/team/invite", "/settings", "/audit-log"]) {
      const answer = await colleague.goto(path);
      expect(answer?.status()).toBe(403);
      await expect(colleague.getByText("You don't have access")).toBeVisible();
    }
    await expectAccessible(colleague);
  });

  await test.step("is promoted, is told so, and can invite with the next click", async () => {
    await admin.goto("/team?search=Robin");
    await admin.getByRole("link", { name: "Robin Falk", exact: true }).click();
    await expectAccessible(admin);
    await admin.getByText("Change role", { exact: true }).first().click();
    await admin
      .getByRole("form", { name: "Change role" })
      .getByLabel("Reason")
      .fill("Leads the team from now on");
    await admin.getByRole("button", { name: "Make Admin" }).click();
    await expect(admin.getByText("Leads the team from now on").first()).toBeVisible();
    await colleague.goto("/team/invite");
    await colleague.getByLabel("First name").fill("Kim");
    await colleague.getByLabel("Last name").fill("Adler");
    await colleague.getByLabel("Email").fill(`kim-${organization.mark}@utility.example`);
    await colleague.getByLabel("Reason").fill("Covers the evenings");
    await colleague.getByRole("button", { name: "Send invitation" }).click();
    await expect(colleague.getByText("Invitation sent to")).toBeVisible();
    const reader = await newPerson(browser);
    await expect(async () => {
      await reader.goto(`/mailbox?to=${email}`);
      await expect(reader.getByText("Your role at Utility")).toBeVisible({ timeout: 1000 });
    }).toPass();
  });

  await test.step("is removed while logged in, and is out on the next click", async () => {
    await colleague.goto("/dashboard");
    await admin.reload();
    await admin.getByRole("link", { name: "Remove from team" }).click();
    const form = admin.getByRole("form", { name: "Remove from team" });
    await form.getByLabel("Reason").fill("Leaves the company");
    await form.getByRole("button").click();
    await expect(admin).toHaveURL(/\/team\/departures\//);
    await expect(admin.getByText("Leaves the company")).toBeVisible();
    await admin.goto("/team");
    await expect(admin.getByText("Robin Falk")).toBeHidden();

    await colleague.getByRole("link", { name: "Devices", exact: true }).click();
    await expect(colleague).toHaveURL(/\/accounts\/login\?ended=1/);
    await expect(colleague.getByText("You've been logged out.")).toBeVisible();
    await expectAccessible(colleague);
    await colleague.getByLabel("Email").fill(email);
    await colleague.getByLabel("Password", { exact: true }).fill(password);
    await colleague.getByRole("button", { name: "Log in" }).click();
    await expect(colleague.getByText("Incorrect email or password")).toBeVisible();
  });

  await test.step("and all of it is in the audit log", async () => {
    const events = await owner.tables
      .select({ action: auditEvents.action })
      .from(auditEvents)
      .where(and(eq(auditEvents.organizationId, organization.id)))
      .orderBy(asc(auditEvents.createdAt), asc(auditEvents.id));
    const happened = new Set(events.map((event) => event.action));
    for (const action of [
      "session.started",
      "invitation.created",
      "mail.delivered",
      "invitation.accepted",
      "end-user.updated",
      "device.updated",
      "access.refused",
      "member.role-changed",
      "member.removed",
    ]) {
      expect([...happened]).toContain(action);
    }
    await admin.goto("/audit-log?action=member.removed");
    await expect(admin.getByText("Removed from team · Robin Falk")).toBeVisible();
    await expectAccessible(admin);
  });
});
