import { addInvoice, addUsage } from "../testing/records/billing";
import { enter, expect, expectAccessible, test } from "./portal";

test("an admin looks at the bill, fills in who pays, and pays an invoice by card", async ({
  page,
  organization,
  owner,
}) => {
  const id = await addInvoice(organization, owner.tables);
  await addUsage(organization, owner.tables, "2026-10-05");
  await enter(page, organization.admin);
  await page.goto("/settings");
  await page.getByRole("link", { name: "Billing" }).click();
  await expect(page.getByText("Complete the billing details below")).toBeVisible();
  await expectAccessible(page);

  const details = page.getByRole("form", { name: "Billing details" });
  await details.getByLabel("Street and number").fill("Stromgasse 1");
  await details.getByLabel("Postal code").fill("6020");
  await details.getByLabel("Town").fill("Innsbruck");
  await details.getByLabel("Country").fill("at");
  await details.getByLabel("VAT ID").fill("ATU13585626");
  await details.getByRole("button", { name: "Save" }).click();
  await expect(details.getByText("has a wrong check digit").first()).toBeVisible();
  await details.getByLabel("VAT ID").fill("ATU 13585627");
  await details.getByLabel("Billing emails").fill("accounts@utility.example");
  await details.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Billing details saved.")).toBeVisible();

  await page.goto("/settings/billing/usage?month=2026-10");
  await expect(page.getByRole("cell", { name: "1 of 31" })).toBeVisible();
  await expectAccessible(page);

  await page.goto("/settings/billing");
  await page.getByRole("cell").getByRole("link", { name: /^1-/ }).click();
  await expect(page).toHaveURL(new RegExp(`/settings/billing/invoices/${id}`));
  await expect(page.getByRole("cell", { name: "€1.14" })).toBeVisible();
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "PDF" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^invoice-1-.+\.pdf$/);

  await page.getByRole("button", { name: "Pay by card" }).click();
  await expect(page.getByRole("heading", { name: "114" })).toBeVisible();
  await page.getByRole("button", { name: "Pay now" }).click();
  await expect(page).toHaveURL(new RegExp(`/settings/billing/invoices/${id}`));
  await expect(page.getByText(/Paid on .* by card/)).toBeVisible();
});
