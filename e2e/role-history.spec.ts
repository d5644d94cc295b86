import { enter, expect, expectAccessible, test } from "./portal";

test("an auditor's question is answered on one page, and as files", async ({
  page,
  organization,
}) => {
  await enter(page, organization.admin);
  await page.goto("/audit-log");
  await page.getByRole("link", { name: "Role history" }).click();
  await expect(page.getByRole("row", { name: organization.staff.name })).toBeVisible();
  await page.getByRole("link", { name: "Admins of the last 12 months" }).click();
  await expect(page.getByRole("row", { name: organization.admin.name })).toBeVisible();
  await expect(page.getByRole("row", { name: organization.staff.name })).toBeHidden();
  await expectAccessible(page);
  for (const format of ["CSV", "PDF"]) {
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: format, exact: true }).click();
    expect((await download).suggestedFilename()).toMatch(
      /^role-history-\d{4}-\d\d-\d\d\.(csv|pdf)$/,
    );
  }
});

test("the audit log is filtered by several actions and a person", async ({
  page,
  organization,
}) => {
  await enter(page, organization.admin);
  // As a form sends it before JavaScript.
  await page.goto(
    `/audit-log?action=session.started&action=team.exported&person=${organization.admin.email}`,
  );
  const chips = page.getByRole("list", { name: "Active filters" });
  await expect(chips.getByRole("listitem")).toHaveCount(4);
  await chips.getByRole("link", { name: /Team exported/ }).click();
  await expect(page).toHaveURL(/action=session\.started&/);
  await expect(page.getByText("Member:")).toBeVisible();
});
