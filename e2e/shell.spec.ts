import { ask } from "./http";
import { enter, expect, expectAccessible, logIn, newPerson, test } from "./portal";

test("every answer carries the security headers, and each its own nonce", async () => {
  const answers = [
    await ask("/accounts/login"),
    await ask("/accounts/login"),
    await ask("/nothing/here"),
  ];
  const nonces = answers.map(({ headers }) => {
    const policy = headers.get("content-security-policy") ?? "";
    for (const part of [
      "default-src 'none'",
      "'strict-dynamic'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toMatch(/unsafe-(inline|eval)/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("x-powered-by")).toBeNull();
    return /'nonce-([^']+)'/.exec(policy)?.[1];
  });
  expect(new Set(nonces).size).toBe(nonces.length);
  expect(answers[0]?.body).toContain(`nonce="${nonces[0]}"`);
});

test("what is not there says so, with the right status", async ({ page, organization }) => {
  await enter(page, organization.staff);
  for (const path of [
    "/nothing",
    "/users/nonsense",
    "/users/01900000-0000-7000-8000-000000000000",
  ]) {
    expect((await page.goto(path))?.status()).toBe(404);
    await expect(page.getByText("Page not found")).toBeVisible();
  }
  await expectAccessible(page);
});

test("German readers get German, dates and numbers included", async ({ browser }) => {
  const context = await browser.newContext({ locale: "de-AT" });
  const page = await context.newPage();
  await page.goto("/accounts/login");
  await expect(page.locator("html")).toHaveAttribute("lang", "de-AT");
  await expect(page.getByRole("heading", { name: "Anmelden" })).toBeVisible();
  await page.getByRole("button", { name: "Anmelden" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Bitte prüfen Sie");
  await expectAccessible(page);
});

test("a member's language is kept, in pages and mails", async ({ page, organization }) => {
  await enter(page, organization.staff);
  await page.goto("/account");
  await page.getByLabel("Language").selectOption("de");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Profil gespeichert.")).toBeVisible();
  for (const path of [
    "/dashboard",
    "/fleet",
    "/users",
    "/devices",
    "/team",
    `/devices/${organization.deviceId}`,
  ]) {
    await page.goto(path);
    await expectAccessible(page);
  }
  await page.goto(`/devices/${organization.deviceId}`);
  await expect(page.getByText("4,5 °C")).toBeVisible();
});

test("light and dark are chosen, and come without a flash", async ({ page, organization }) => {
  await logIn(page, organization.staff.email);
  await page.getByRole("button", { name: /^Account menu/ }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("everything can be reached on a telephone", async ({ browser, organization }) => {
  const page = await newPerson(browser);
  await page.setViewportSize({ width: 390, height: 844 });
  await logIn(page, organization.admin.email);
  await page.getByRole("button", { name: "Open menu" }).click();
  await page.getByRole("dialog").getByRole("link", { name: "Devices" }).click();
  await expect(page.getByRole("heading", { name: "Devices", level: 1 })).toBeVisible();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expectAccessible(page);
  for (const path of [
    "/dashboard",
    "/fleet",
    "/users",
    "/team",
    "/team/invite",
    "/settings",
    "/audit-log",
    "/account",
  ]) {
    await page.goto(path);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});

test("the keyboard alone is enough to find an end-user", async ({ page, organization }) => {
  await logIn(page, organization.staff.email);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.getByRole("link", { name: "Customers", exact: true }).first().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Customers", level: 1 })).toBeVisible();
  await page.getByRole("searchbox").focus();
  // Half of the address: the whole of it would lead straight to the record.
  await page.keyboard.type(`user-${organization.mark}`);
  await expect(page).toHaveURL(/search=/);
  await page.getByRole("link", { name: organization.endUser.name }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: organization.endUser.name })).toBeVisible();
});

test("everything is found by Ctrl and K, and lists are gone through by keys", async ({
  page,
  organization,
}) => {
  const { endUser, otherEndUser } = organization;
  await logIn(page, organization.staff.email);
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Search everywhere" });
  const field = palette.getByRole("combobox");
  await expect(palette.getByRole("option", { name: "Add customer" })).toBeVisible();
  await expect(palette.getByRole("option", { name: "Invite member" })).toBeHidden();
  await field.fill(`other-${organization.mark}`);
  const option = palette.getByRole("option", { name: otherEndUser.name });
  await expect(option).toHaveAttribute("aria-selected", "true");
  await expectAccessible(page);
  await field.press("Enter");
  await expect(page).toHaveURL(`/users/${otherEndUser.id}`);
  await page.keyboard.press("Control+k");
  await field.fill("devices");
  await expect(palette.getByRole("option", { name: "Devices Page" })).toBeVisible();
  await field.press("Escape");
  await expect(palette).toBeHidden();

  await page.goto("/users");
  const first = page.getByRole("link", { name: otherEndUser.name, exact: true });
  // Keys do nothing before JavaScript is there.
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(first).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(page.getByRole("checkbox", { name: `Select ${endUser.name}` })).toBeChecked();
  await page.keyboard.press("k");
  await expect(page.getByRole("link", { name: otherEndUser.name, exact: true })).toBeFocused();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.press("Control+k");
  await palette.getByRole("checkbox", { name: /Enable list shortcuts/ }).uncheck();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: endUser.name, exact: true }).focus();
  await page.keyboard.press("k");
  await expect(page.getByRole("link", { name: endUser.name, exact: true })).toBeFocused();
});
