import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { devices, organizations } from "../db/schema";
import { addVehicle } from "../testing/records/devices";
import { doJobNow, enter, expect, expectAccessible, logIn, newPerson, test } from "./portal";

test("an agent sets a heat pump, is told what does not fit, and pauses it", async ({
  page,
  organization,
}) => {
  await enter(page, organization.staff);
  await page.goto(`/devices/${organization.deviceId}`);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Settings", exact: true }).last().click();
  await expectAccessible(page);
  await page.getByText("Change settings").click();
  const form = page.getByRole("form", { name: "Device settings" });
  await form.getByLabel("Min. room temperature (°C)").fill("22,5");
  await form.getByLabel("Max. room temperature (°C)").fill("20");
  await form.getByRole("checkbox", { name: "Away mode" }).check();
  await form.getByRole("button", { name: "Save device settings" }).click();
  await expect(form.getByText("This is below the minimum.").first()).toBeVisible();
  await expect(form.getByText("Away from is required.").first()).toBeVisible();
  await expectAccessible(page);
  await form.getByLabel("Max. room temperature (°C)").fill("24");
  await form.getByLabel("Away from").fill("2026-12-20T08:00");
  await form.getByLabel("Away until").fill("2026-12-27T18:00");
  await form.getByRole("combobox", { name: "Optimisation level" }).selectOption("Max");
  await form.getByRole("combobox", { name: "Price zone" }).selectOption("DE_LU");
  await form.getByRole("button", { name: "Save device settings" }).click();
  await expect(page.getByText("22.5 °C")).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "Germany" })).toBeVisible();

  const pause = page.getByRole("form", { name: "Pause optimisation" });
  await expect(pause).toBeHidden();
  await page.getByRole("checkbox", { name: "Smart optimisation" }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await pause.getByRole("combobox", { name: "Pause for" }).selectOption("12");
  await pause.getByRole("button", { name: "Pause", exact: true }).click();
  await expect(page.getByText(/^Paused until/).first()).toBeVisible();
  await pause.getByRole("button", { name: "Resume optimisation" }).click();
  await expect(pause.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
  await page.getByRole("link", { name: "History", exact: true }).click();
  await expect(page.getByText("Device settings changed")).toBeVisible();
  await expect(page.getByText("Optimisation resumed")).toBeVisible();
  await expectAccessible(page);
});

test("two agents set a device at once: the second sees what the first saved", async ({
  page,
  browser,
  organization,
}) => {
  const colleague = await newPerson(browser);
  await logIn(page, organization.staff.email);
  await logIn(colleague, organization.admin.email);
  const open = async (by: typeof page) => {
    await by.goto(`/devices/${organization.deviceId}/settings`);
    await by.getByText("Change settings").click();
  };
  await open(page);
  await open(colleague);
  await colleague.getByLabel("Min. room temperature (°C)").fill("18");
  await colleague.getByRole("button", { name: "Save device settings" }).click();
  await expect(colleague.getByText("18.0 °C")).toBeVisible();
  await page.getByLabel("Max. room temperature (°C)").fill("23");
  await page.getByRole("button", { name: "Save device settings" }).click();
  await expect(page.getByText("Someone else", { exact: false }).first()).toBeVisible();
  await page.getByRole("button", { name: "Save device settings" }).click();
  await expect(page.getByText("23.0 °C")).toBeVisible();
  await expect(page.getByText("18.0 °C")).toBeVisible();
});

test("a vehicle is charged at once, at the next plug-in, and by a weekly plan", async ({
  page,
  organization,
  owner,
}) => {
  const plugged = await addVehicle(organization, owner.tables);
  const away = await addVehicle(organization, owner.tables, {
    isPluggedIn: false,
    boostState: "unavailable",
  });
  await enter(page, organization.staff);
  await page.goto(`/devices/${plugged}`);
  await page.getByRole("button", { name: "Charge now" }).click();
  await expect(page.getByText("Starting …")).toBeVisible();
  await page.goto(`/devices/${away}`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Charge at next plug-in" }).click();
  await expect(page.getByText("Charges immediately at the next plug-in")).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("button", { name: "Charge at next plug-in" })).toBeVisible();

  await page.goto(`/devices/${away}/settings`);
  await page.locator("summary", { hasText: "Charging schedule" }).click();
  const policy = page.getByRole("form", { name: "Charging schedule" });
  await policy.getByLabel("Monday: target level (%)").fill("80");
  await policy.getByLabel("Friday: target level (%)").fill("120");
  await policy.getByLabel("Friday: deadline").fill("06:30");
  await policy.getByRole("button", { name: "Save charging schedule" }).click();
  await expect(policy.getByText("Monday: deadline is required.").first()).toBeVisible();
  await expect(policy.getByText("Enter 100 or less.").first()).toBeVisible();
  await expectAccessible(page);
  await policy.getByLabel("Monday: deadline").fill("07:00");
  await policy.getByLabel("Friday: target level (%)").fill("100");
  const saved = page.waitForResponse((answer) => answer.request().method() === "POST");
  await policy.getByRole("button", { name: "Save charging schedule" }).click();
  await saved;
  await page.goto(`/devices/${away}/history`);
  await expect(page.getByText("Charging schedule changed", { exact: true }).last()).toBeVisible();
  await page.goto(`/devices/${away}/settings`);
  await page.locator("summary", { hasText: "Charging schedule" }).click();
  await expect(policy.getByLabel("Friday: deadline")).toHaveValue("06:30");
  await expect(policy.getByLabel("Tuesday: deadline")).toHaveValue("");
});

test("the page of a sandbox's device follows it without being loaded again", async ({
  page,
  organization,
  owner,
}) => {
  await owner.tables
    .update(devices)
    .set({ currentStateLastUpdatedAt: null })
    .where(eq(devices.id, organization.deviceId));
  await enter(page, organization.staff);
  await page.goto(`/devices/${organization.deviceId}`);
  await expect(page.getByText("No readings in this period")).toBeVisible();
  // Only now: devices of sandboxes report every minute.
  await owner.tables
    .update(organizations)
    .set({ environment: "sandbox" })
    .where(eq(organizations.id, organization.id));
  await doJobNow(owner, "keep-fleet", organization);
  await expect(page.getByRole("img", { name: /^Power consumption: between/ })).toBeVisible({
    timeout: 30_000,
  });
  await expectAccessible(page);
  for (const range of ["Week", "Month"]) {
    await page.getByRole("link", { name: range, exact: true }).click();
    await expect(page.getByRole("link", { name: range, exact: true })).toHaveAttribute(
      "aria-current",
      "true",
    );
    await expect(page.getByRole("img", { name: /^Outdoor temperature: between/ })).toBeVisible();
  }
  await page.getByRole("link", { name: "All readings" }).click();
  await expect(page.getByRole("columnheader", { name: "Power consumption (W)" })).toBeVisible();
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as CSV" }).click();
  const csv = readFileSync(await (await download).path(), "utf8");
  expect(csv.split("\n")[0]).toContain("measuredAt,powerW,indoorTemperature");
  expect(csv.trim().split("\n").length).toBeGreaterThan(1);
});
