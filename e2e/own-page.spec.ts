import { loseDevice } from "../testing/records/connections";
import { enter, expect, expectAccessible, test } from "./portal";

test.use({ viewport: { width: 390, height: 844 } });

test("a customer sees what is wrong on a phone and starts the connection from there", async ({
  page,
  organization,
  owner,
}) => {
  await loseDevice(organization, owner.tables);
  await enter(page, organization.endUser);
  await page.goto("/me");
  await expect(page.getByText("1 device needs your attention")).toBeVisible();
  await expect(page.getByText("Not connected.", { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Contact support" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Reconnect" }).click();
  await expect(page.getByRole("heading", { name: "Reconnect your Nibe S2125-8" })).toBeVisible();
});

test("a customer pauses the optimisation of a device from the own page", async ({
  page,
  organization,
}) => {
  await enter(page, organization.endUser);
  await page.goto("/me");
  await expect(page.getByText("Your device is working")).toBeVisible();
  await page.getByRole("link", { name: "Details and settings of Nibe S2125-8" }).click();
  await expect(page.getByRole("heading", { name: "Nibe S2125-8" }).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Resume optimisation" }).click();
  await expect(page.getByText("It is optimised automatically.")).toBeVisible();
  await page.getByLabel("Pause for").selectOption("3 hours");
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await expect(page.getByText(/Optimisation is paused until/)).toBeVisible();
});
