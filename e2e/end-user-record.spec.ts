import { readFileSync } from "node:fs";
import { enter, expect, expectAccessible, test } from "./portal";

test("an agent writes notes, hands out a person's data, and erases them on request", async ({
  page,
  organization,
}) => {
  const { staff, endUser } = organization;
  await enter(page, staff);
  await page.goto(`/users/${endUser.id}`);
  const form = page.getByRole("form", { name: "Add note" });
  await form.getByRole("button", { name: "Add note" }).click();
  await expect(form.getByText("Note is required.").first()).toBeVisible();
  await form.getByLabel("Note").fill("Called about the boiler.\nWill call back.");
  await form.getByRole("button", { name: "Add note" }).click();
  const timeline = page.getByRole("region", { name: "Timeline" });
  await expect(timeline.getByText("Called about the boiler.")).toBeVisible();
  await expect(form.getByLabel("Note")).toHaveValue("");
  await expectAccessible(page);
  await timeline.getByRole("link", { name: "Emails" }).click();
  await expect(timeline.getByText("No activity yet")).toBeVisible();
  await timeline.getByRole("link", { name: "Notes" }).click();
  await timeline.getByRole("button", { name: "Delete note" }).click();
  await expect(timeline.getByText("Called about the boiler.")).toBeHidden();

  await page.locator("summary", { hasText: "Personal data" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download as JSON" }).click(),
  ]);
  const data = JSON.parse(readFileSync(await download.path(), "utf8"));
  expect(data.profile.email).toBe(endUser.email);

  await page.locator("summary", { hasText: "Permanently erase" }).click();
  const erase = page.getByRole("form", { name: "Permanently erase" });
  await erase.getByLabel("Type the email").fill(endUser.email);
  await expectAccessible(page);
  await erase.getByRole("button", { name: "Permanently erase" }).click();
  await expect(page).toHaveURL(/\/users$/);
  const gone = await page.goto(`/users/${endUser.id}`);
  expect(gone?.status()).toBe(404);
});
