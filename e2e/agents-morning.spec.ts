import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import { buildings, devices, users } from "../db/schema";
import { clickUntilShown, enter, expect, expectAccessible, logIn, newPerson, test } from "./portal";

test("an agent's morning: from who was lost overnight to a record put right", async ({
  page,
  browser,
  organization,
  owner,
}) => {
  const { endUser, deviceId, staff, admin } = organization;
  await owner.tables
    .update(devices)
    .set({
      isAuthenticated: false,
      lifecycleState: "disconnected",
      lifecycleError: "Consent withdrawn",
      disconnectedSince: new Date(),
      isSmartOptimizationActive: true,
    })
    .where(eq(devices.id, deviceId));
  await enter(page, staff);
  await page.goto("/dashboard");
  const queue = page.getByRole("region", { name: "Newly disconnected" });
  await expectAccessible(page);
  await clickUntilShown(
    queue.getByRole("button", { name: "Send link" }),
    queue.getByText(/Link sent/i).first(),
  );
  await page.goto("/fleet");
  const lost = page.getByRole("region", { name: "Disconnected today" });
  await expectAccessible(page);
  await lost.getByRole("link", { name: "Nibe 1" }).click();
  await expect(page).toHaveURL(
    /connection=disconnected.*manufacturer=Nibe|manufacturer=Nibe.*connection=disconnected/,
  );
  await expect(page.getByText("1 result", { exact: true })).toBeVisible();

  await page.getByText("Save view", { exact: true }).first().click();
  const save = page.getByRole("form", { name: "Save view" });
  await save.getByLabel("Name").fill("Lost Nibe");
  await save.getByRole("button", { name: "Save view" }).click();
  const views = page.getByRole("navigation", { name: "Views" });
  await expect(views.getByRole("link", { name: "Lost Nibe 1" })).toBeVisible();

  const bar = page.getByRole("form", { name: "Bulk actions" });
  await expect(async () => {
    await page.getByLabel("Select all rows on this page").check();
    await expect(bar).toBeVisible({ timeout: 1000 });
  }).toPass();
  await bar.getByLabel("Action").selectOption("pause-optimization");
  await bar.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("Pause for").selectOption("Until resumed");
  await page.getByRole("button", { name: "Pause 1 device" }).click();
  await expect(page.getByText("1 of 1")).toBeVisible();

  await page.goto(`/users/${endUser.id}`);
  await expect(page.getByText(/· Disconnected$/)).toBeVisible();
  await expect(page.getByText("“Consent withdrawn”")).toBeVisible();
  await page
    .getByRole("textbox", { name: "Note" })
    .fill("Has a new account at Nibe; will log in again tonight.");
  await page.getByRole("button", { name: "Add note" }).click();
  await expect(page.getByText("will log in again tonight")).toBeVisible();

  const colleague = await newPerson(browser);
  await logIn(colleague, admin.email);
  await page.goto(`/users/${endUser.id}/edit`);
  await colleague.goto(`/users/${endUser.id}/edit`);
  await colleague.getByLabel("Phone").fill("+43 1 222222");
  await colleague.getByRole("button", { name: "Save" }).click();
  await expect(colleague.getByText("+43 1 222222", { exact: true })).toBeVisible();
  await page.getByLabel("Town").fill("Wels");
  await page.getByRole("button", { name: "Save" }).click();
  const conflict = page.getByRole("region", { name: "Changed by someone else" });
  await expect(conflict.getByRole("row").filter({ hasText: "Phone" })).toHaveText(
    "Phone+43 1 222222applied",
  );
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Wels").first()).toBeVisible();
  await expect(page.getByText("+43 1 222222")).toBeVisible();

  const address = { streetAndNumber: "Hauptstraße 1", zipCode: "4020", town: "Linz" };
  await owner.tables.update(users).set(address).where(eq(users.id, endUser.id));
  await owner.tables.update(buildings).set(address).where(eq(buildings.userId, endUser.id));
  await page.goto(`/users/${endUser.id}/edit`);
  await page.getByLabel("Street and number").fill("Seestraße 9");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: /^Update address of/ }).click();
  await expect(page.getByText(/^Address of .* updated$/)).toBeVisible();
  await expectAccessible(page);
  const [building] = await owner.tables
    .select()
    .from(buildings)
    .where(eq(buildings.userId, endUser.id));
  expect(building?.streetAndNumber).toBe("Seestraße 9");

  await page.goto("/devices?connection=disconnected&manufacturer=Nibe");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export as CSV" }).click();
  const rows = parse(readFileSync(await (await download).path(), "utf8"), {
    bom: true,
    columns: true,
  }) as Record<string, string>[];
  expect(rows).toHaveLength(1);
});
