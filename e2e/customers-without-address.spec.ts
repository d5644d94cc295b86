import {
  enter,
  expect,
  expectAccessible,
  logIn,
  newPerson,
  password,
  readMail,
  test,
} from "./portal";

test("an agent adds a couple with one address, a company and somebody without any", async ({
  page,
  organization,
}) => {
  const shared = `berger-${organization.mark}@home.example`;
  await enter(page, organization.staff);
  await page.goto("/users/new");
  await page.getByRole("button", { name: "Add customer" }).click();
  await expect(page.getByText("Enter a name, company or email.").first()).toBeVisible();
  await page.getByLabel("First name").fill("Anna");
  await page.getByLabel("Last name").fill("Berger");
  await page.getByLabel("Email").fill(shared);
  await page.getByLabel("Salutation").selectOption("Ms");
  await page.getByLabel("Language").selectOption("German");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add customer" }).click();
  await expect(page.getByRole("heading", { name: "Anna Berger" })).toBeVisible();

  await page.goto("/users/new");
  await page.getByLabel("First name").fill("Hans");
  await page.getByLabel("Last name").fill("Berger");
  await page.getByLabel("Email").fill(shared);
  await page.getByRole("button", { name: "Add customer" }).click();
  await expect(page.getByText("already in use").first()).toBeVisible();
  await page.getByLabel("Portal access").uncheck();
  await page.getByRole("button", { name: "Add customer" }).click();
  await expect(page.getByRole("heading", { name: "Hans Berger" })).toBeVisible();
  await page.locator("summary", { hasText: "Portal access" }).click();
  await page.getByRole("button", { name: "Grant portal access" }).click();
  await expect(page.getByText("already in use").first()).toBeVisible();
  await expectAccessible(page);

  await page.goto("/users/new");
  await page.getByLabel("Company").fill("Wohnbau Nord eGen");
  await page.getByLabel("VAT ID").fill("ATU13585626");
  await page.getByRole("button", { name: "Add customer" }).click();
  await expect(page.getByText("wrong check digit").first()).toBeVisible();
  await page.getByLabel("VAT ID").fill("ATU 1358 5627");
  await page.getByRole("button", { name: "Add customer" }).click();
  await expect(page.getByRole("heading", { name: "Wohnbau Nord eGen" })).toBeVisible();
  await expect(page.getByText("ATU13585627")).toBeVisible();
  await page.locator("summary", { hasText: "Portal access" }).click();
  await expect(page.getByText("Add an email first.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Send by email" })).toHaveCount(0);

  await page.goto("/users?state=no-access");
  await expect(page.getByText("2 results", { exact: true })).toBeVisible();
});

test("an agent gives a customer access, who sets a password and logs in, and ends it", async ({
  browser,
  page,
  organization,
}) => {
  const email = `zugang-${organization.mark}@home.example`;
  await enter(page, organization.staff);
  await page.goto("/users/new");
  await page.getByLabel("Last name").fill("Zugang");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Portal access").uncheck();
  await page.getByRole("button", { name: "Add customer" }).click();
  await page.locator("summary", { hasText: "Portal access" }).click();
  await page.getByRole("button", { name: "Grant portal access" }).click();
  await expect(page.getByText(`Link sent to ${email}`)).toBeVisible();

  const customer = await newPerson(browser);
  await readMail(customer, email);
  const link = customer.frameLocator("iframe").getByRole("link", { name: "Set password" });
  await customer.goto((await link.getAttribute("href")) ?? "");
  await customer.getByRole("textbox", { name: "New password" }).fill(password);
  await customer.getByRole("button", { name: "Set password" }).click();
  await logIn(customer, email);
  await expect(customer.getByText("Zugang").first()).toBeVisible();

  await page.reload();
  await page.locator("summary", { hasText: "Portal access" }).click();
  await page.getByRole("button", { name: "Revoke portal access" }).click();
  await expect(page.getByText("Portal access removed").first()).toBeVisible();
  await customer.reload();
  await expect(customer.getByLabel("Password", { exact: true })).toBeVisible();
});
