import { startWebhookReceiver } from "../testing/webhook-receiver";
import { doJobNow, enter, expect, expectAccessible, test } from "./portal";

test("an admin has the audit log sent to a system of theirs", async ({
  page,
  owner,
  organization,
}) => {
  const receiver = await startWebhookReceiver();
  await enter(page, organization.admin);
  await page.goto("/settings/audit-stream");
  await page.getByLabel("URL").fill("nonsense");
  await page.getByRole("button", { name: "Start stream" }).click();
  await expect(page.getByText("Enter a URL like").first()).toBeVisible();
  await page.getByLabel("URL").fill(receiver.url);
  await page.getByRole("button", { name: "Start stream" }).click();
  await expect(page.getByLabel("Signing secret")).toHaveValue(/^whsec_/);
  await page.getByRole("link", { name: "I've saved it" }).click();
  await doJobNow(owner, "stream-audit-events", organization);
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("none yet")).toBeHidden({ timeout: 1000 });
  }).toPass();
  await expectAccessible(page);
  expect(receiver.received[0]?.body).toContain('"action":"audit-stream.saved"');
  await page.getByRole("button", { name: "Stop stream" }).click();
  await expect(page.getByRole("button", { name: "Start stream" })).toBeVisible();
  await receiver.stop();
});
