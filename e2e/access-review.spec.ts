import { readFileSync } from "node:fs";
import { createPerson } from "../testing/organization";
import { enter, expect, expectAccessible, logIn, newPerson, test } from "./portal";

test("admins review the team's access, sign it off, and file the report", async ({
  page: admin,
  browser,
  organization,
  owner,
  passwordHash,
}) => {
  const { staff } = organization;
  const email = `second-${organization.mark}@utility.example`;
  const second = await createPerson(owner.tables, organization.id, "admin", email, passwordHash);
  await enter(admin, organization.admin);
  await admin.goto("/team");
  await admin.getByRole("link", { name: "Access reviews" }).click();
  await expect(admin.getByText("No access reviews yet")).toBeVisible();
  await expectAccessible(admin);
  await admin.getByRole("button", { name: "Start access review" }).click();
  await expect(admin.getByText("0 of 3 reviewed")).toBeVisible();
  await expect(admin.getByText("You can't review your own access")).toBeVisible();
  await admin.getByText(`Review ${second.name}`).click();
  await expectAccessible(admin);
  await admin.getByRole("button", { name: "Confirm access" }).first().click();
  await expect(admin.getByText("1 of 3 reviewed")).toBeVisible();

  await test.step("a suspension counts as the decision", async () => {
    await admin.goto(`/team/${staff.id}`);
    await admin.getByText("Suspend", { exact: true }).first().click();
    const form = admin.getByRole("form", { name: "Suspend" });
    await form.getByLabel("Reason").fill("On leave until spring");
    await form.getByRole("button").click();
    await expect(admin.getByText("Suspended").first()).toBeVisible();
  });

  const other = await newPerson(browser);
  await logIn(other, email);
  await other.goto("/team/reviews");
  await other.getByRole("row", { name: /Open/ }).getByRole("link").click();
  await expect(other.getByText("2 of 3 reviewed")).toBeVisible();
  await expect(other.getByText("“On leave until spring”")).toBeVisible();
  const form = other.getByRole("form", { name: "Sign off" });
  await form.getByLabel("Your full name as signature").fill(second.name);
  await form.getByRole("button").click();
  await expect(form.getByText("Some members still need a decision.")).toBeVisible();
  await other.getByText(`Review ${organization.admin.name}`).click();
  await other.getByRole("button", { name: "Confirm access" }).click();
  await expect(other.getByText("3 of 3 reviewed")).toBeVisible();
  await form.getByLabel("Your full name as signature").fill(second.name);
  await form.getByRole("button").click();
  await expect(other.getByText("Signed off", { exact: true })).toBeVisible();
  await expectAccessible(other);

  for (const [name, start] of [
    ["CSV", "\uFEFFName,"],
    ["PDF", "%PDF-"],
  ] as const) {
    const [download] = await Promise.all([
      other.waitForEvent("download"),
      other.getByRole("link", { name }).click(),
    ]);
    expect(readFileSync(await download.path(), "utf8").slice(0, start.length)).toBe(start);
  }
});
