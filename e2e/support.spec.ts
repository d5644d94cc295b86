import { enter, expect, expectAccessible, logIn, newPerson, test } from "./portal";

const demoPassword = "wattdesk-demo-2026";

test("an agent searches, filters, sorts and pages, all in the address", async ({ page }) => {
  await logIn(page, "staff@demo.example", demoPassword);
  await page.goto("/users");
  await expect(page.getByText("1,900 results")).toBeVisible();
  await expectAccessible(page);
  const first = await page.getByRole("row").nth(1).textContent();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/cursor=/);
  await expect(page.getByRole("row").nth(1)).not.toHaveText(first ?? "");
  await page.getByRole("link", { name: "Previous" }).click();
  await expect(page.getByRole("row").nth(1)).toHaveText(first ?? "");

  await page.getByRole("link", { name: "Name" }).click();
  await expect(page).toHaveURL(/sort=name&direction=asc/);
  await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await page.getByRole("searchbox").fill("muller");
  await expect(page).toHaveURL(/search=muller/);
  await expect(page.getByRole("link", { name: /Müller$/ }).first()).toBeVisible();
  await page.getByText("Filters", { exact: true }).click();
  await page.getByRole("combobox", { name: "Country" }).selectOption("DE");
  await expect(page).toHaveURL(/country=DE/);
  await expect(page.getByRole("link", { name: "Remove filter Country: Germany" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Remove filter Search: muller" }).click();
  await expect(page).not.toHaveURL(/muller/);
  await expect(page).toHaveURL(/country=DE/);
  await page.goto("/users?search=zzzzzz");
  await expect(page.getByText("No results")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Clear all" }).first().click();
  await expect(page).toHaveURL(/\/users$/);

  for (const nonsense of [
    "?sort=password_hash",
    "?cursor=nonsense",
    "?size=1000000",
    "?country=%00",
  ]) {
    const answer = await page.goto(`/users${nonsense}`);
    expect(answer?.status()).toBe(404);
  }
});

test("an agent creates, edits and deletes an end-user", async ({ page, organization }) => {
  await enter(page, organization.staff);
  await page.goto("/users");
  await page.getByRole("link", { name: "Add customer" }).click();
  await expectAccessible(page);
  await page.getByLabel("Email").fill("not an address");
  await page.getByLabel("Country").fill("Atlantis");
  await page.getByRole("button", { name: "Add customer" }).click();
  await expect(page.getByRole("main").getByRole("alert").getByRole("listitem")).toHaveCount(2);
  await expectAccessible(page);
  const email = `eva-${organization.mark}@home.example`;
  await page.getByLabel("First name").fill("Eva <script>alert(1)</script>");
  await page.getByLabel("Last name").fill("Berger");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Country").fill("at");
  await page.getByRole("button", { name: "Add customer" }).click();
  await expect(
    page.getByRole("heading", { name: "Eva <script>alert(1)</script> Berger" }),
  ).toBeVisible();
  await expect(page.getByText("No devices connected yet")).toBeVisible();
  await page.getByText("Delete customer", { exact: true }).first().click();
  const form = page.getByRole("form", { name: "Delete customer" });
  await form.getByLabel("Type the email to confirm").fill("wrong@home.example");
  await form.getByRole("button").click();
  await expect(form.getByRole("alert")).toBeVisible();
  await form.getByLabel("Type the email to confirm").fill(email);
  await form.getByRole("button").click();
  await expect(page).toHaveURL(/\/users$/);
  await page.goto(`/users?search=${email}`);
  await expect(page.getByText("No results")).toBeVisible();
});

test("two agents editing one record: the second is told, and loses nothing", async ({
  page,
  browser,
  organization,
}) => {
  const other = await newPerson(browser);
  await logIn(page, organization.staff.email);
  await logIn(other, organization.admin.email);
  const path = `/users/${organization.endUser.id}/edit`;
  await page.goto(path);
  await other.goto(path);
  await page.getByLabel("Phone").fill("+43 1 111111");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("+43 1 111111")).toBeVisible();
  await other.getByLabel("Town").fill("Graz");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByRole("main").getByRole("alert")).toContainText(
    "Someone else changed this.",
  );
  await expect(other.getByLabel("Town")).toHaveValue("Graz");
  const conflict = other.getByRole("region", { name: "Changed by someone else" });
  await expect(conflict.getByRole("row").filter({ hasText: "Phone" })).toHaveText(
    "Phone+43 1 111111applied",
  );
  await expect(other.getByLabel("Phone")).toHaveValue("+43 1 111111");
  await expectAccessible(other);
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(other.getByText("+43 1 111111")).toBeVisible();
  await expect(other.getByText("Graz").first()).toBeVisible();
});

test("the fleet leads to the lists it counts", async ({ page }) => {
  await logIn(page, "staff@demo.example", demoPassword);
  await page.goto("/fleet");
  const tile = page.getByRole("link", { name: /^Disconnected/ });
  const count = /\d+/.exec((await tile.textContent()) ?? "")?.[0];
  await tile.click();
  await expect(page.getByText(`${count} results`)).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole("link", { name: /^(?!.*filter)/ })
    .first()
    .waitFor();
  await page.goto("/devices?kind=electric_vehicle&connection=connected&optimization=on");
  await expect(page.getByRole("link", { name: /^Remove filter/ })).toHaveCount(3);
  await page.getByRole("row").nth(1).getByRole("link").first().click();
  await expect(page.getByRole("definition").filter({ hasText: /^(On|Paused)/ })).toBeVisible();
  await expect(page.getByText(/kWh/).first()).toBeVisible();
  await expectAccessible(page);
});

test("an end-user sees their own page, and nothing else answers", async ({ page }) => {
  await logIn(page, "user@demo.example", demoPassword);
  await expect(page).toHaveURL(/\/me$/);
  await expect(page.getByRole("heading", { name: /^Hello,/ })).toBeVisible();
  await expectAccessible(page);
  for (const path of ["/dashboard", "/users", "/devices", "/team", "/settings", "/audit-log"]) {
    expect((await page.goto(path))?.status()).toBe(403);
  }
  await page.goto("/account");
  await expectAccessible(page);
  await page.getByLabel("Phone").fill("+43 660 5555555");
  await page.getByLabel("Time zone").selectOption("Europe/Vienna");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Profile saved.")).toBeVisible();
});

test("a new password ends the other sessions, and the old one is needed for it", async ({
  page,
  browser,
  organization,
}) => {
  const elsewhere = await newPerson(browser);
  await logIn(elsewhere, organization.staff.email);
  await enter(page, organization.staff);
  await page.goto("/account");
  await expect(page.getByRole("button", { name: "End all other sessions" })).toBeVisible();
  await page.getByLabel("Current password").fill("not my password at all");
  await page.getByRole("textbox", { name: "New password" }).fill("seven paper boats drifting");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Current password is incorrect.").first()).toBeVisible();
  await page.getByLabel("Current password").fill("quiet lantern orbits maple");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Password changed.")).toBeVisible();
  await elsewhere.getByRole("link", { name: "Devices", exact: true }).click();
  await expect(elsewhere).toHaveURL(/ended=1/);
});
