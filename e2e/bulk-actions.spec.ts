import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { enter, expect, expectAccessible, test } from "./portal";

test("an agent tags chosen end-users, sees what came of it, and takes it back", async ({
  page,
  organization,
}) => {
  const { endUser, otherEndUser, staff } = organization;
  await enter(page, staff);
  await page.goto("/users");
  await page.getByRole("checkbox", { name: `Select ${endUser.name}` }).check();
  const bar = page.getByRole("form", { name: "Bulk actions" });
  await expect(bar.getByText("1 selected on this page")).toBeVisible();
  await expectAccessible(page);
  await bar.getByRole("button", { name: "Continue" }).click();
  await expect(bar.getByText("Action is required.").first()).toBeVisible();
  await bar.getByLabel("Action").selectOption("Add tag");
  await bar.getByRole("button", { name: "Continue" }).click();
  await expect(bar.getByText("Tag is required.").first()).toBeVisible();
  await expect(page.getByRole("checkbox", { name: `Select ${endUser.name}` })).toBeChecked();
  await bar.getByLabel("Tag").fill("Early bird");
  const download = page.waitForEvent("download");
  await bar.getByRole("button", { name: "Export" }).click();
  const file = readFileSync(await (await download).path(), "utf8");
  const rows = parse(file, { bom: true, columns: true }) as { email: string }[];
  expect(rows.map(({ email }) => email)).toEqual([endUser.email]);
  await bar.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "Add tag “Early bird”" })).toBeVisible();
  await expect(page.getByText("1 customer gets the tag “Early bird”.")).toBeVisible();
  await expect(page.getByRole("link", { name: endUser.name })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Tag 1 customer" }).click();
  await expect(page.getByText("1 of 1")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: endUser.name }).click();
  await expect(page.getByRole("button", { name: "Remove tag Early bird" })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/users?tag=early+bird");
  await expect(page.getByRole("link", { name: endUser.name, exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: otherEndUser.name, exact: true })).toBeHidden();

  await page.goto("/bulk-actions");
  await expectAccessible(page);
  await page.getByRole("link", { name: /Add tag/ }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { name: "Remove tag “Early bird”" })).toBeVisible();
  await expect(page.getByText("1 of 1")).toBeVisible();
  await page.getByRole("link", { name: endUser.name }).click();
  await expect(page.getByRole("button", { name: "Remove tag Early bird" })).toBeHidden();
  await page.getByLabel("Tag", { exact: true }).fill("Night owl");
  await page.getByRole("button", { name: "Add tag" }).click();
  await page.getByRole("button", { name: "Remove tag Night owl" }).click();
  await expect(page.getByRole("button", { name: "Remove tag Night owl" })).toBeHidden();
});

test("an agent resumes everything a filter matches, after a review", async ({
  page,
  organization,
}) => {
  await enter(page, organization.staff);
  await page.goto("/devices?connection=connected");
  await page.getByLabel("Select all rows on this page").check();
  const bar = page.getByRole("form", { name: "Bulk actions" });
  await bar.getByRole("radio", { name: "1 matching" }).check();
  await bar.getByLabel("Action").selectOption("resume-optimization");
  await bar.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "1 device selected" })).toBeVisible();
  await expect(page.getByRole("link", { name: organization.endUser.name })).toBeVisible();
  await expect(page.getByRole("link", { name: "View in list" })).toHaveAttribute(
    "href",
    "/devices?connection=connected",
  );
  await expectAccessible(page);
  await page.getByRole("button", { name: "Resume 1 device" }).click();
  await expect(page.getByText("1 of 1")).toBeVisible();
  await page.goto(`/devices/${organization.deviceId}/settings`);
  await expect(page.getByRole("checkbox", { name: "Smart optimisation" })).toBeChecked();

  // Whose devices these are can be marked, and found among the end-users by that.
  await page.goto("/devices?connection=connected");
  await page.getByLabel("Select all rows on this page").check();
  await bar.getByLabel("Action").selectOption("Add tag to customers");
  await bar.getByLabel("Tag").fill("Winter trial");
  await bar.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Tag 1 customer" }).click();
  await expect(page.getByText("1 of 1")).toBeVisible();
  await page.goto("/users?tag=winter+trial");
  const { name } = organization.endUser;
  await expect(page.getByRole("link", { name, exact: true })).toBeVisible();

  // A pause asks for its length.
  await page.goto("/devices?connection=connected");
  await page.getByLabel("Select all rows on this page").check();
  await bar.getByLabel("Action").selectOption("Pause optimisation");
  await bar.getByRole("button", { name: "Continue" }).click();
  const pause = page.getByRole("button", { name: "Pause 1 device" });
  await pause.click();
  await expect(page.getByText("Pause for is required.").first()).toBeVisible();
  await page.getByLabel("Pause for").selectOption("Until a date and time");
  await expect(page.getByLabel("Paused until")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Pause for").selectOption("3 hours");
  await expect(page.getByLabel("Paused until")).toBeHidden();
  await pause.click();
  await expect(page.getByText("1 of 1")).toBeVisible();
  await expect(page.getByRole("link", { name: organization.endUser.name })).toBeVisible();
  await page.goto(`/devices/${organization.deviceId}`);
  await expect(page.getByText(/^Paused until/).first()).toBeVisible();
});
