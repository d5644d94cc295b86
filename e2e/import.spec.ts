import { enter, expect, expectAccessible, test } from "./portal";

test("an agent imports a file with mistakes: checked, told by line, the good rows taken", async ({
  page,
  organization,
}) => {
  await enter(page, organization.staff);
  await page.goto("/imports");
  await expect(page.getByText("No imports yet")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Import a file" }).first().click();
  await page.locator("input[type=file]").setInputFiles({
    name: "empty.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("email"),
  });
  await page.getByRole("button", { name: "Upload" }).click();
  await expect(page.getByText("The file has no rows below the header row.")).toBeVisible();
  await expectAccessible(page);

  // As an older spreadsheet writes it: semicolons, and Windows-1252.
  const rows = [
    "Kontakt;Vorname;Nachname;PLZ",
    "zoe@home.example;Zoë;Berger;1010",
    "nobody;Max;Maier;",
  ];
  await page.locator("input[type=file]").setInputFiles({
    name: "customers.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(rows.join("\r\n"), "latin1"),
  });
  await page.getByRole("button", { name: "Upload" }).click();
  await expect(page.getByRole("heading", { name: "customers.csv" })).toBeVisible();
  await expect(page.getByLabel(/^First name(?!, second)/)).toHaveValue("1");
  await expect(page.getByLabel("Encoding")).toHaveValue("windows-1252");
  await expect(page.getByLabel("Separator")).toHaveValue("semicolon");
  const preview = page.getByRole("region", { name: "File format" });
  await expect(preview.getByRole("cell", { name: "Zoë" })).toBeVisible();

  // What was found can be changed, and changed back.
  await page.getByLabel("Encoding").selectOption("cp850");
  await page.getByRole("button", { name: "Reload file" }).click();
  await expect(preview.getByRole("cell", { name: "ZoÙ" })).toBeVisible();
  await page.getByLabel("Encoding").selectOption("windows-1252");
  await page.getByRole("button", { name: "Reload file" }).click();
  await expect(preview.getByRole("cell", { name: "Zoë" })).toBeVisible();
  await expectAccessible(page);
  // Without a column that says who the rows are about, nothing is checked.
  for (const name of [/^First name(?!, second)/, /^Last name(?!, second)/]) {
    await page.getByLabel(name).selectOption("");
  }
  await page.getByRole("button", { name: "Check file" }).click();
  await expect(page.getByText("Enter a name, company or email.").first()).toBeVisible();
  await page.getByLabel(/^First name(?!, second)/).selectOption("1");
  await page.getByLabel(/^Last name(?!, second)/).selectOption("2");
  await page.getByLabel(/^Email(?!, second)/).selectOption({ label: "Kontakt (zoe@home.example)" });
  await page.getByRole("button", { name: "Check file" }).click();
  await expect(page.getByText("1 valid, 1 with errors")).toBeVisible();
  const problem = page
    .getByRole("region", { name: "Errors" })
    .getByRole("row")
    .filter({ hasText: "nobody" });
  await expect(problem.getByRole("cell").first()).toHaveText("3");
  await expect(problem).toContainText("Kontakt");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Import 1 valid row" }).click();
  await expect(page.getByText("1 of 1 imported")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "View records" }).click();
  await expect(page.getByRole("link", { name: "Zoë Berger" })).toBeVisible();

  // The next month's list: who is there already is changed, once that is asked for.
  await page.goto("/imports/new");
  await page.locator("input[type=file]").setInputFiles({
    name: "next-month.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("email,last_name\nzoe@home.example,Berger-Maier"),
  });
  await page.getByRole("button", { name: "Upload" }).click();
  await expect(page.getByRole("heading", { name: "next-month.csv" })).toBeVisible();
  await page.getByRole("button", { name: "Check file" }).click();
  await expect(page.getByText("0 valid, 1 with errors")).toBeVisible();
  await page.getByLabel("Existing customers").selectOption("Update");
  await page.getByRole("button", { name: "Check file" }).click();
  await expect(page.getByText("0 new, 1 updated, 0 unchanged")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Import 1 row" }).click();
  await expect(page.getByText("1 of 1 imported")).toBeVisible();
  await page.getByRole("link", { name: "View records" }).click();
  await expect(page.getByRole("link", { name: "Zoë Berger-Maier" })).toBeVisible();
});
