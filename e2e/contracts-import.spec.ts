import { enter, expect, expectAccessible, test } from "./portal";

const household = "AT 001000 04020 00000 00000 00000 00001";

test("an agent imports contracts by meter point, says that cents are meant, changes one and takes it back", async ({
  page,
  organization: { staff, endUser },
}) => {
  await enter(page, staff);
  const upload = async (name: string, rows: string[]) => {
    await page.goto("/imports/new");
    await page.getByLabel("Contracts").check();
    await page.locator("input[type=file]").setInputFiles({
      name,
      mimeType: "text/csv",
      buffer: Buffer.from(rows.join("\r\n")),
    });
    await page.getByRole("button", { name: "Upload" }).click();
    await expect(page.getByRole("heading", { name })).toBeVisible();
  };
  const check = () => page.getByRole("button", { name: "Check file" }).click();

  await upload("contracts.csv", [
    "email;Zählpunkt;Lieferant;Arbeitspreis;Gültig ab",
    `${endUser.email};${household};Donaustrom;24,9;28.11.2026`,
    `${endUser.email};AT0010000402000000000000000000002;Donaustrom;0,2;31.02.2027`,
  ]);
  await check();
  await expect(page.getByText("1 valid, 1 with errors")).toBeVisible();
  await expect(page.getByRole("region", { name: "Warnings" })).toContainText(
    "per kWh is unusually high",
  );
  await expectAccessible(page);
  await page.getByLabel("Price per kWh").selectOption("");
  await page.getByLabel("Price in ct/kWh").selectOption({ label: "Arbeitspreis (24,9)" });
  await check();
  await expect(page.getByRole("region", { name: "Warnings" })).toBeHidden();
  await page.getByRole("button", { name: "Import 1 valid row" }).click();
  await expect(page.getByText("1 of 1 imported")).toBeVisible();
  await page.goto(`/users/${endUser.id}`);
  await expect(page.getByText("Donaustrom").first()).toBeVisible();

  // The supplier is called otherwise from now on: the same meter point and first day, so the same contract.
  await upload("renamed.csv", [
    "email;Zählpunkt;Lieferant;Gültig ab",
    `${endUser.email};${household};Inn-Energie;28.11.2026`,
  ]);
  await page.getByLabel("Existing contracts").selectOption("Update");
  await check();
  await expect(page.getByText("0 new, 1 updated, 0 unchanged")).toBeVisible();
  await page.getByRole("button", { name: "Import 1 row" }).click();
  await expect(page.getByText("1 of 1 imported")).toBeVisible();
  const address = page.url();
  await page.goto(`/users/${endUser.id}`);
  await expect(page.getByText("Inn-Energie").first()).toBeVisible();

  await page.goto(address);
  await page.locator("summary", { hasText: "Undo import" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Undo import" }).click();
  await expect(async () => {
    await page.goto(address);
    await expect(page.getByText("Import undone")).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.goto(`/users/${endUser.id}`);
  await expect(page.getByText("Donaustrom").first()).toBeVisible();
  await expect(page.getByText("Inn-Energie")).toHaveCount(0);
});
