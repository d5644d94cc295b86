import { noteFailedLogIn } from "../lib/auth/log-in";
import { visitorOf } from "../testing/organization";
import { expect, expectAccessible, logIn, newPerson, readMail, test } from "./portal";

test("an admin is told of guessed passwords, looks at the evidence, and acknowledges", async ({
  page,
  browser,
  organization,
}) => {
  const { admin, staff } = organization;
  const visitor = { ...visitorOf(organization.id), clientAddress: "198.51.100.7" };
  for (let tries = 0; tries < 10; tries++) await noteFailedLogIn(visitor, { userId: staff.id });

  await logIn(page, admin.email);
  await page.goto("/settings/security");
  await expectAccessible(page);
  // The watch looks once a minute.
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("link", { name: "Many failed logins" })).toBeVisible({
      timeout: 1000,
    });
  }).toPass({ timeout: 90_000 });
  const reader = await newPerson(browser);
  await readMail(reader, admin.email);
  await expect(reader.getByRole("heading", { name: /^Suspicious at/ })).toBeVisible();

  await page.getByRole("link", { name: "Many failed logins" }).click();
  await expect(page.getByText("198.51.100.7").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Open the account" })).toHaveAttribute(
    "href",
    `/team/${staff.id}`,
  );
  await expectAccessible(page);
  await page.getByLabel("What came of it").fill("They had forgotten it.");
  await page.getByRole("button", { name: "Acknowledge" }).click();
  await expect(page.getByText(`Acknowledged by ${admin.name}`)).toBeVisible();
  await expect(page.getByText("They had forgotten it.")).toBeVisible();
});
