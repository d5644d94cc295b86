import { doJobNow, enter, expect, expectAccessible, newPerson, readMail, test } from "./portal";

test("an admin is told of guessed passwords, looks at the evidence, and acknowledges", async ({
  page,
  browser,
  owner,
  organization,
}) => {
  const { admin, staff } = organization;
  const guesser = await newPerson(browser);
  await guesser.goto("/accounts/login");
  for (let tries = 1; tries <= 5; tries++) {
    await guesser.getByLabel("Email").fill(staff.email);
    await guesser.getByLabel("Password", { exact: true }).fill(`Guess number ${tries}`);
    await Promise.all([
      guesser.waitForResponse((answer) => answer.request().method() === "POST"),
      guesser.getByRole("button", { name: "Log in" }).click(),
    ]);
    await expect(guesser.getByText("Incorrect email or password").first()).toBeVisible();
  }

  await enter(page, admin);
  await page.goto("/settings/security");
  await expectAccessible(page);
  await doJobNow(owner, "keep-time", organization);
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("link", { name: "Repeated failed logins" })).toBeVisible({
      timeout: 1000,
    });
  }).toPass();
  const reader = await newPerson(browser);
  await readMail(reader, admin.email);
  await expect(reader.getByRole("heading", { name: /^Security alert at/ })).toBeVisible();

  await page.getByRole("link", { name: "Repeated failed logins" }).click();
  const evidence = page.getByRole("region", { name: "Evidence" }).getByRole("listitem");
  await expect(evidence).toHaveText(
    Array.from({ length: 5 }, () => /Login failed.*(127\.0\.0\.1|::1)/),
  );
  await expect(page.getByRole("link", { name: "View account" })).toHaveAttribute(
    "href",
    `/team/${staff.id}`,
  );
  await expectAccessible(page);
  await page.getByLabel("Outcome").fill("They had forgotten it.");
  await page.getByRole("button", { name: "Acknowledge" }).click();
  await expect(page.getByText(`Acknowledged by ${admin.name}`)).toBeVisible();
  await expect(page.getByText("They had forgotten it.")).toBeVisible();
});
