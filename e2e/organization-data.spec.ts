import { readFileSync } from "node:fs";
import { enter, expect, expectAccessible, test } from "./portal";

test("an admin takes everything out, schedules the deletion, and calls it off", async ({
  page,
  organization,
}) => {
  await enter(page, organization.admin);
  await page.goto("/settings/data");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^utility-.*\.jsonl$/);
  const lines = readFileSync(await download.path(), "utf8")
    .trim()
    .split("\n");
  expect(JSON.parse(lines[0] ?? "").format).toBe("wattdesk-organization-export");
  expect(lines.join()).toContain(organization.endUser.email);

  const form = page.getByRole("form", { name: "Delete organisation" });
  await form.getByLabel("Type the organisation's name").fill("Something else");
  await form.getByRole("button").click();
  await expect(form.getByText("This doesn't match the text below").first()).toBeVisible();
  await expectAccessible(page);
  await form.getByLabel("Type the organisation's name").fill(`Utility ${organization.mark}`);
  await form.getByRole("button").click();
  await expect(page.getByText("Deletion scheduled.")).toBeVisible();
  await expect(page.getByText("This organisation will be deleted on")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Cancel deletion" }).click();
  await expect(page.getByText("Deletion cancelled.")).toBeVisible();
});
