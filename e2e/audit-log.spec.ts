import { readFileSync } from "node:fs";
import { systemActor } from "../lib/core/access/actor";
import { recordAuditEvents } from "../lib/platform/audit/record-audit-events";
import { enter, expect, expectAccessible, test } from "./portal";

test("an admin searches the audit log, takes it out, and has it proved", async ({
  page,
  organization,
  owner,
}) => {
  await recordAuditEvents(owner.tables as never, systemActor(organization.id, "r"), [
    {
      action: "end-user.updated",
      target: { type: "end-user", id: organization.endUser.id, name: "=cmd|calc" },
      changes: { town: { before: "Linz", after: "Öblarn" } },
    },
    { action: "mail.sent", target: { type: "mail", name: "somebody@home.example" } },
  ]);
  await enter(page, organization.admin);
  await page.goto("/audit-log");
  await page.getByRole("searchbox").fill("oblarn");
  const events = page.getByRole("main").locator("ol");
  await expect(events.getByText("Email sent")).toBeHidden();
  const event = events.getByText("Customer updated");
  await expect(event).toBeVisible();
  await event.click();
  await expect(page.getByText("Öblarn")).toBeVisible();
  await expect(page.getByRole("link", { name: "View record" })).toHaveAttribute(
    "href",
    `/users/${organization.endUser.id}`,
  );
  await expectAccessible(page);

  const read = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^audit-log-\d{4}-\d\d-\d\d\.(csv|jsonl)$/);
    return readFileSync(await download.path(), "utf8");
  };
  const csv = await read("CSV");
  expect(csv.trim().split("\n")).toHaveLength(2);
  expect(csv).toContain("'=cmd|calc");
  const lines = (await read("JSON Lines")).trim().split("\n");
  expect(lines.map((line) => JSON.parse(line).targetName)).toContain("=cmd|calc");

  await page.goto("/audit-log");
  await expect(events.getByText("Audit log exported")).toHaveCount(2);
  await page.getByRole("link", { name: "Verify" }).click();
  await expect(page.getByText(/All \d+ events are unchanged\./)).toBeVisible();
  await expectAccessible(page);

  await owner.client`
    update audit_details set target_name = 'Somebody else'
    where organization_id = ${organization.id} and target_name = '=cmd|calc'`;
  await page.getByRole("link", { name: "Verify again" }).click();
  await expect(page.getByText("Verification failed at event 1")).toBeVisible();
  await expect(
    page.getByText("Names, values or the reason were changed after the event was recorded."),
  ).toBeVisible();
  await expectAccessible(page);
});
