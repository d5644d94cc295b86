import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { enter, expect, expectAccessible, test } from "./portal";

test("an agent adds a building and a contract, and is told of days that overlap", async ({
  page,
  organization,
}) => {
  await enter(page, organization.staff);
  await page.goto(`/users/${organization.endUser.id}`);
  await page.getByRole("link", { name: "Add building" }).click();
  await page.getByLabel("Name").fill("Garden house");
  await page.getByLabel("Living area (m²)").fill("many");
  await page.getByLabel("Latitude").fill("148,2");
  await page.getByRole("button", { name: "Add building" }).click();
  await expect(page.getByText("Enter a number.").first()).toBeVisible();
  await expect(page.getByText("Enter 90 or less.").first()).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue("Garden house");
  await expectAccessible(page);
  await page.getByLabel("Living area (m²)").fill("42");
  await page.getByLabel("Latitude").fill("48,2");
  await page.getByLabel("Longitude").fill("16,35");
  await page.getByLabel("Building type").selectOption("Bungalow");
  await page.getByRole("button", { name: "Add building" }).click();
  await expect(page.getByRole("heading", { name: "Garden house" })).toBeVisible();
  await expect(page.getByText("42 m²")).toBeVisible();
  await expect(page.getByText("48.2°, 16.35°")).toBeVisible();
  await expectAccessible(page);

  const addContract = async (from: string, until: string) => {
    await page.getByRole("link", { name: "Add contract" }).click();
    await page.getByLabel("Supplier").fill("Donau Energie");
    await page.getByLabel("Price per kWh").fill("0,27");
    await page.getByLabel("First day").fill(from);
    await page.getByLabel("Last day").fill(until);
    await page.getByRole("button", { name: "Add contract" }).click();
  };
  await addContract("2026-01-01", "2026-12-31");
  await expect(page.getByText("1 Jan 2026 to 31 Dec 2026")).toBeVisible();
  await page.getByRole("link", { name: "Garden house" }).first().click();
  await expect(page.getByRole("heading", { name: "Garden house" })).toBeVisible();
  await expect(page.getByText("€0.27 per kWh")).toBeVisible();
  await addContract("2026-12-31", "2027-12-31");
  await expect(page.getByText("Another contract for this building").first()).toBeVisible();
  await expect(page.getByLabel("Supplier")).toHaveValue("Donau Energie");
  await expectAccessible(page);
  await page.getByLabel("First day").fill("2027-01-01");
  await page.getByRole("button", { name: "Add contract" }).click();
  await expect(page.getByText("1 Jan 2027 to 31 Dec 2027")).toBeVisible();
  await expect(page.getByText("Energy contract added").first()).toBeVisible();
});

test("an agent hands a sold house over, and puts a device into another building", async ({
  page,
  organization,
}) => {
  const { buildingId, deviceId, otherEndUser } = organization;
  await enter(page, organization.staff);
  await page.goto(`/devices/${deviceId}/settings`);
  const settings = page.getByRole("form", { name: "Settings", exact: true });
  const home = `Home ${organization.mark}`;
  for (const [choice, links] of [
    ["No building", 0],
    [home, 1],
  ] as const) {
    await settings.getByLabel("Building").selectOption(choice);
    const saved = page.waitForResponse((answer) => answer.request().method() === "POST");
    await settings.getByRole("button", { name: "Save" }).click();
    await saved;
    await page.goto(`/devices/${deviceId}`);
    await expect(page.getByRole("link", { name: home })).toHaveCount(links);
    await page.goto(`/devices/${deviceId}/settings`);
  }
  await page.goto(`/buildings/${buildingId}`);
  await page.locator("summary", { hasText: "Hand over to another customer" }).click();
  await page.getByLabel("New customer", { exact: true }).fill("nobody");
  await page.getByRole("button", { name: "Hand over", exact: true }).click();
  await expect(page.getByText("Customer not found.").first()).toBeVisible();
  await expect(page.getByLabel("New customer", { exact: true })).toHaveValue("nobody");
  await expectAccessible(page);
  const handOver = async (firstDay: string) => {
    await page.getByLabel("New customer", { exact: true }).fill(otherEndUser.email);
    await page.getByLabel("Handover date").fill(firstDay);
    await page.getByRole("button", { name: "Hand over", exact: true }).click();
  };
  const nextMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await handOver(nextMonth);
  await expect(page.getByRole("link", { name: otherEndUser.name })).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/users/${otherEndUser.id}`);
  await page.getByRole("link", { name: home }).click();
  await page.getByRole("button", { name: "Cancel handover" }).click();
  await expect(page.getByText("Building transfer cancelled")).toBeVisible();
  await page.locator("summary", { hasText: "Hand over to another customer" }).click();
  await handOver("");
  await expect(page.getByRole("link", { name: otherEndUser.name }).first()).toBeVisible();
  await expect(page.getByText("Building added").first()).toBeVisible();
});

test("an agent archives an end-user, finds them again, and takes them back", async ({
  page,
  organization,
}) => {
  const { name, id } = organization.otherEndUser;
  await enter(page, organization.staff);
  await page.goto(`/users/${id}`);
  await page.locator("summary", { hasText: "Archive" }).click();
  await page.getByRole("button", { name: "Archive" }).click();
  await expect(page.getByText(/^Archived .*Hidden from lists/)).toBeVisible();
  await expectAccessible(page);
  await page.goto("/users");
  await expect(page.getByText("1 result", { exact: true })).toBeVisible();
  await page.getByText("Filters", { exact: true }).click();
  await page.getByRole("combobox", { name: "Status" }).selectOption("archived");
  await page.getByRole("link", { name, exact: true }).click();
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(page.locator("summary", { hasText: "Archive" })).toBeVisible();
});

test("an agent pastes an address and is there, takes a filtered list out, and arranges it", async ({
  page,
  organization,
}) => {
  const { endUser, otherEndUser } = organization;
  await enter(page, organization.staff);
  await page.goto("/buildings");
  await expectAccessible(page);
  await page.getByRole("searchbox").fill(endUser.email);
  await expect(page).toHaveURL(`/users/${endUser.id}`);
  await page.goto("/users?devices=any");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export as CSV" }).click();
  const file = await (await download).path();
  const rows = parse(readFileSync(file, "utf8"), { bom: true, columns: true }) as {
    email: string;
  }[];
  expect(rows.map((row) => row.email)).toEqual([endUser.email]);

  await page.goto("/users?devices=any");
  await page.getByText("Save view", { exact: true }).first().click();
  const save = page.getByRole("form", { name: "Save view" });
  await save.getByRole("button", { name: "Save view" }).click();
  await expect(save.getByText("Name is required.").first()).toBeVisible();
  await expectAccessible(page);
  await save.getByLabel("Name").fill("With devices");
  await save.getByLabel("Share with the team").check();
  await save.getByRole("button", { name: "Save view" }).click();
  const views = page.getByRole("navigation", { name: "Views" });
  await expect(views.getByRole("link", { name: "With devices 1" })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await views.getByRole("link", { name: "All" }).click();
  await expect(page).toHaveURL(/\/users$/);
  await views.getByRole("link", { name: "With devices 1" }).click();
  await expect(page).toHaveURL(/devices=any/);
  await page.getByText("This view", { exact: true }).click();
  await page.getByRole("button", { name: "Delete view With devices" }).click();
  await expect(views.getByRole("link")).toHaveCount(1);

  await page.goto("/users");
  await page.getByText("Display", { exact: true }).click();
  await expectAccessible(page);
  const display = page.getByRole("form", { name: "Display" });
  await display.getByLabel("Phone").check();
  await display.getByLabel("Email").uncheck();
  await display.getByLabel("Row height").selectOption("compact");
  await display.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByRole("columnheader", { name: "Phone" })).toBeVisible();
  await page.goto("/users");
  await expect(page.getByRole("columnheader", { name: "Phone" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Email" })).toHaveCount(0);
  await page.goto(`/users?search=${encodeURIComponent(otherEndUser.name)}`);
  await expect(page.getByRole("link", { name: otherEndUser.name, exact: true })).toBeVisible();
});

test("an agent takes chosen buildings out as a file", async ({ page, organization }) => {
  await enter(page, organization.staff);
  await page.goto("/buildings");
  const row = page.getByRole("row").nth(1);
  const name = (await row.getByRole("link").first().textContent()) ?? "";
  await row.getByRole("checkbox").check();
  const bar = page.getByRole("form", { name: "Bulk actions" });
  await expect(bar.getByText("1 selected on this page")).toBeVisible();
  await expect(bar.getByRole("button", { name: "Continue" })).toHaveCount(0);
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await bar.getByRole("button", { name: "Export" }).click();
  const file = readFileSync(await (await download).path(), "utf8");
  const rows = parse(file, { bom: true, columns: true }) as Record<string, string>[];
  expect(rows).toHaveLength(1);
  expect(Object.values(rows[0] ?? {})).toContain(name);
});
