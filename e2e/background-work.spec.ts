import { addJob } from "../testing/records/jobs";
import { enter, expect, expectAccessible, test } from "./portal";

test("an admin sees what failed in the background, and gives it up", async ({
  page,
  organization,
  owner,
}) => {
  await addJob(organization, owner.tables);
  await enter(page, organization.admin);
  await page.goto("/settings/jobs");
  await expect(page.getByText("The manufacturer did not answer")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByText("Queue is empty")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/audit-log");
  await expect(page.getByRole("main").locator("ol").getByText("Job discarded")).toBeVisible();
});

test("an admin decides when a device counts as silent, and how people are asked", async ({
  page,
  organization,
}) => {
  await enter(page, organization.admin);
  await page.goto("/settings/connections");
  await expectAccessible(page);
  await page.getByLabel("First reminder after (hours)").fill("0");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("main").getByRole("alert").getByRole("listitem")).toHaveCount(1);
  await page.getByLabel("First reminder after (hours)").fill("48");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Changes saved")).toBeVisible();
  await expect(page.getByLabel("First reminder after (hours)")).toHaveValue("48");
  await page.getByLabel("Client ID").fill("client");
  await page.getByLabel("Client secret").fill("secret");
  await page.getByRole("button", { name: "Enable" }).click();
  await expect(page.getByText("Enode isn't responding")).toBeVisible();
  await expect(page.getByLabel("Client ID")).toHaveValue("client");
});
