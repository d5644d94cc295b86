import type { Locator, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { storeRow } from "../../commands/measured-rows";
import { sessions } from "../../db/schema";
import { createPerson } from "../../testing/organization";
import { loseDevice } from "../../testing/records/connections";
import { addCase } from "../../testing/records/support";
import { inviteSomebody } from "../../testing/records/team";
import { enter, expect, newPerson, password, test } from "../portal";

/** Counts clicks, filled fields, choices and keys that submit, from the page on which a person starts. */
class Interactions {
  count = 0;

  async click(target: Locator): Promise<void> {
    this.count += 1;
    await target.click();
  }

  async fill(target: Locator, text: string): Promise<void> {
    this.count += 1;
    await target.fill(text);
  }
}

/** Keeps a journey's number for docs/usability.md. One above its goal fails. */
function keep(name: string, start: string, goal: number, { count }: Interactions): void {
  storeRow("interactions", { name, start, count, goal });
  expect(count, name).toBeLessThanOrEqual(goal);
}

/** A customer in the results of the support search. */
const foundCustomer = (page: Page, email: string): Locator =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: email }).first();

test("accept an invitation", async ({ page, organization, owner }) => {
  const { token } = await inviteSomebody(organization, owner.tables);
  const act = new Interactions();
  await page.goto(`/invite/${token}`);
  await act.fill(page.getByLabel("Choose a password"), password);
  await act.click(page.getByRole("checkbox"));
  await act.click(page.getByRole("button", { name: "Accept and log in" }));
  await expect(page).toHaveURL(/\/dashboard$/);
  keep("Accept an invitation", "Invitation link", 4, act);
});

test("invite a colleague", async ({ page, organization }) => {
  const email = `invited-${organization.mark}@utility.example`;
  const act = new Interactions();
  await enter(page, organization.admin);
  await page.goto("/team");
  await act.click(page.getByRole("link", { name: "Invite member" }));
  await expect(page).toHaveURL(/\/team\/invite$/);
  await act.fill(page.getByLabel("Email"), email);
  await act.fill(page.getByLabel("Reason"), "Joins the support team");
  await act.click(page.getByRole("button", { name: "Send invitation" }));
  await expect(page.getByText(`Invitation sent to ${email}.`)).toBeVisible();
  keep("Invite a colleague", "Team", 5, act);
});

test("find a caller and send a reconnection link", async ({ page, organization, owner }) => {
  await loseDevice(organization, owner.tables);
  const act = new Interactions();
  await enter(page, organization.staff);
  await page.goto("/dashboard");
  await act.click(page.getByRole("link", { name: "Support", exact: true }).first());
  await act.fill(page.getByRole("searchbox"), organization.endUser.name);
  const found = foundCustomer(page, organization.endUser.email);
  await act.click(found.getByRole("button", { name: "Send link" }));
  await expect(page.getByText(`Link sent to ${organization.endUser.email}`)).toBeVisible();
  keep("Find a caller and send a reconnection link", "Home", 3, act);
});

test("say why a device is not optimised", async ({ page, organization, owner }) => {
  await loseDevice(organization, owner.tables);
  const act = new Interactions();
  await enter(page, organization.staff);
  await page.goto("/support");
  await act.fill(page.getByRole("searchbox"), organization.endUser.name);
  const found = foundCustomer(page, organization.endUser.email);
  await act.click(found.getByRole("button", { name: "Diagnose" }));
  await expect(page.getByRole("heading", { name: /^Diagnosis of/ })).toBeVisible();
  await expect(page.getByText(/^Disconnected/).first()).toBeVisible();
  keep("Say why a device is not optimised", "Support", 2, act);
});

test("offboard an agent and hand over their cases", async ({
  page,
  organization,
  owner,
  passwordHash,
}) => {
  const { id, mark, admin } = organization;
  const email = `leaver-${mark}@utility.example`;
  const leaver = await createPerson(owner.tables, id, "staff", email, passwordHash);
  await addCase(organization, owner.tables, { assigneeId: leaver.id });
  await enter(page, admin);
  await page.goto("/team");
  // Who logged in a while ago is asked to confirm who they are.
  const anHourAgo = new Date(Date.now() - 3_600_000);
  await owner.tables
    .update(sessions)
    .set({ provenAt: anHourAgo })
    .where(eq(sessions.userId, admin.id));
  const act = new Interactions();
  await act.click(page.getByRole("link", { name: `Offboard ${leaver.name}` }));
  await act.fill(page.getByLabel("Reason"), "Moves to another company");
  await act.fill(page.getByLabel(/password/i), password);
  await act.click(page.getByRole("button", { name: "Remove from team" }));
  await expect(page.getByText(`No hot water ${mark}`)).toBeVisible();
  keep("Offboard an agent and hand over their cases", "Team", 5, act);
});

test("see who changed a customer's address, and what it was", async ({
  page,
  browser,
  organization,
}) => {
  const { endUser, staff, admin } = organization;
  const agent = await newPerson(browser);
  await enter(agent, staff);
  for (const street of ["Hauptstraße 1", "Seestraße 9"]) {
    await agent.goto(`/users/${endUser.id}/edit`);
    await agent.getByLabel("Street and number").fill(street);
    await agent.getByRole("button", { name: "Save", exact: true }).click();
    await expect(agent.getByRole("heading", { name: endUser.name })).toBeVisible();
  }
  await enter(page, admin);
  await page.goto("/support");
  const act = new Interactions();
  await act.fill(page.getByRole("searchbox"), endUser.name);
  await act.click(page.getByRole("link", { name: endUser.name }).first());
  const timeline = page.getByRole("region", { name: "Timeline" });
  await expect(timeline.getByText("Hauptstraße 1").first()).toBeVisible();
  await expect(timeline.getByText("Seestraße 9").first()).toBeVisible();
  await expect(timeline.getByText(staff.name).first()).toBeVisible();
  keep("See who changed a customer's address, and what it was", "Support", 3, act);
});
