import { enter, expect, expectAccessible, test } from "./portal";

test("an admin compares the team with the list of employees", async ({ page, organization }) => {
  const { admin, staff } = organization;
  await enter(page, admin);
  await page.goto(`/team/${staff.id}`);
  await page.locator("summary", { hasText: "Employee ID" }).click();
  await page.getByRole("textbox", { name: "Employee ID" }).fill("P-17");
  await page.getByRole("button", { name: "Save employee ID" }).click();
  await expect(page.getByRole("definition").filter({ hasText: "P-17" })).toBeVisible();
  await page.goto("/team?search=p-17");
  await expect(page.getByRole("link", { name: staff.name, exact: true })).toBeVisible();

  await page.getByRole("link", { name: "Check against HR list" }).click();
  const chooseFile = (buffer: Buffer) =>
    page
      .getByLabel("Employee list (CSV)")
      .setInputFiles({ name: "employees.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByText("Employee list (CSV) is required.").first()).toBeVisible();
  await chooseFile(Buffer.from("colour\nred\n"));
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByText("The header row needs a column").first()).toBeVisible();
  await expectAccessible(page);

  // Another list altogether: nobody of the team is on it, and nobody can be offboarded by it.
  await chooseFile(Buffer.from("email;name\na@elsewhere.example;Hofstätter, Clara\n"));
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByText("This list may be incomplete")).toBeVisible();
  await expect(page.getByText("Hofstätter, Clara")).toBeVisible();
  await expect(page.getByRole("link", { name: "Offboard" })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Compare another list" }).click();

  const list = `email;name\n${admin.email};Admin\nnew@utility.example;Jörg Neu\n`;
  await chooseFile(Buffer.from(list, "latin1"));
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByText("One person on the list has access.")).toBeVisible();
  await expect(page.getByText("Jörg Neu")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Offboard" }).click();
  await expect(page).toHaveURL(new RegExp(`/team/${staff.id}/departure`));
});
