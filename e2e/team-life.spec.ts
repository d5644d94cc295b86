import { eq } from "drizzle-orm";
import { users } from "../db/schema";
import { enter, expect, expectAccessible, logIn, newPerson, readMail, test } from "./portal";

test("temporary access is given, announced, and ends automatically in an open tab", async ({
  page: admin,
  browser,
  organization,
  owner,
}) => {
  const { staff } = organization;
  const member = await newPerson(browser);
  await logIn(member, staff.email);

  await enter(admin, organization.admin);
  await admin.goto(`/team/${staff.id}`);
  await admin.getByText("Temporary access", { exact: true }).first().click();
  const form = admin.getByRole("form", { name: "Temporary access" });
  await form.getByLabel("Access expires").fill("2020-01-31T18:00");
  await form.getByLabel("Reason").fill("Covers the winter season");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("This is in the past.").first()).toBeVisible();
  await expect(form.getByLabel("Reason")).toHaveValue("Covers the winter season");
  await form.getByLabel("Access expires").fill("2090-01-31T18:00");
  await form.getByLabel("Time zone").selectOption("Europe/Vienna");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByText("Active until 31 Jan 2090")).toBeVisible();
  await expect(admin.getByText("Access expiry changed")).toBeVisible();
  await expectAccessible(admin);
  const reader = await newPerson(browser);
  await readMail(reader, staff.email);
  await expect(reader.frameLocator("iframe").getByText(/31 January 2090/)).toBeVisible();

  await member.getByRole("link", { name: "Devices", exact: true }).click();
  await expect(member.getByRole("heading", { name: "Devices", level: 1 })).toBeVisible();
  await owner.tables
    .update(users)
    .set({ accessEndsAt: new Date(Date.now() - 1000) })
    .where(eq(users.id, staff.id));
  await member.getByRole("link", { name: "Customers", exact: true }).click();
  await expect(member).toHaveURL(/\/accounts\/login\?ended=1/);

  await admin.goto("/team?access=temporary");
  await expect(admin.getByRole("row", { name: /Access expired/ })).toBeVisible();
  await expectAccessible(admin);
});

test("an admin sees a member's sessions and ends one, then all", async ({
  page: admin,
  browser,
  organization,
}) => {
  const { staff } = organization;
  const desk = await newPerson(browser);
  await logIn(desk, staff.email);
  await enter(admin, organization.admin);
  await admin.goto(`/team/${staff.id}`);
  const card = admin.getByRole("region", { name: "Open sessions" });
  await expect(card.getByText(/Chrome.* · /)).toBeVisible();
  await card
    .getByRole("listitem")
    .filter({ hasText: "Chrome" })
    .getByRole("button", { name: "End session" })
    .click();
  await expect(card.getByText(/Chrome.* · /)).toBeHidden();
  await desk.getByRole("link", { name: "Devices", exact: true }).click();
  await expect(desk).toHaveURL(/\/accounts\/login\?ended=1/);

  const second = await newPerson(browser);
  await logIn(second, staff.email);
  await admin.reload();
  await card.getByRole("button", { name: "End all sessions" }).click();
  await expect(card.getByText("No open sessions")).toBeVisible();
  await second.reload();
  await expect(second).toHaveURL(/\/accounts\/login\?ended=1/);
});

test("everybody ends their own sessions one by one", async ({ page, browser, organization }) => {
  const elsewhere = await newPerson(browser);
  await logIn(elsewhere, organization.endUser.email);
  await logIn(page, organization.endUser.email);
  await page.goto("/account");
  await expect(page.getByText("Current session")).toBeVisible();
  await expectAccessible(page);
  const others = page.getByRole("button", { name: "End session" });
  await expect(others).toHaveCount(2);
  await others.first().click();
  await expect(page.getByText("Session ended.")).toBeVisible();
  await expect(others).toHaveCount(1);
});
