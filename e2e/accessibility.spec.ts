import { inviteSomebody } from "../testing/records/team";
import { enter, expect, expectAccessible, readMail, test } from "./portal";

// The journeys check the pages they come by; these are the ones they do not.
test("pages off the beaten track are accessible", async ({ page, organization, owner }) => {
  const invited = await inviteSomebody(organization, owner.tables);
  await page.goto("/terms");
  await expectAccessible(page);
  await page.goto("/accounts/forgotten-password");
  await page.getByLabel("Email").fill(organization.staff.email);
  await page.getByRole("button", { name: "Send reset link" }).click();
  // Leaving at once would take the request back.
  await expect(page.getByText("If an account exists for this email")).toBeVisible();
  await readMail(page, organization.staff.email);
  await expectAccessible(page);
  for (const path of [
    "/mailbox",
    "/api/partners/v2.0/docs/problems",
    "/api/partners/v2.0/docs/problems/not_found",
  ]) {
    await page.goto(path);
    await expectAccessible(page);
  }
  await enter(page, organization.admin);
  for (const path of [
    `/users/${organization.endUser.id}/edit`,
    `/team/${invited.id}`,
    `/team/${organization.staff.id}`,
    "/users?devices=none&createdFrom=2020-01-01",
    "/devices?silentHours=24",
    "/audit-log?action=session.failed&action=session.started&person=admin",
    "/team/role-history?scope=held&role=admin",
    "/team?role=admin&nonsense=1",
  ]) {
    await page.goto(path);
    await expectAccessible(page);
  }
});

test("open disclosures are accessible too", async ({ page, organization }) => {
  await enter(page, organization.admin);
  for (const path of [
    `/team/${organization.staff.id}`,
    `/users/${organization.endUser.id}`,
    `/devices/${organization.deviceId}`,
    `/devices/${organization.deviceId}/settings`,
    `/devices/${organization.deviceId}/connection`,
    "/audit-log",
  ]) {
    await page.goto(path);
    for (const summary of await page.locator("summary").all()) {
      await summary.click();
      if ((await summary.textContent())?.startsWith("Filters")) {
        // It lies over what is below, and a key puts it away again.
        await expectAccessible(page);
        await page.keyboard.press("Escape");
      }
    }
    await expectAccessible(page);
  }
});
