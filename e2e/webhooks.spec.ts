import { Webhook } from "standardwebhooks";
import { startWebhookReceiver } from "../testing/webhook-receiver";
import { enter, expect, expectAccessible, test } from "./portal";

test("an admin has a system told of what happens, and sees that it was", async ({
  page,
  organization,
}) => {
  const receiver = await startWebhookReceiver();
  await enter(page, organization.admin);
  await page.goto("/settings/webhooks");
  await expect(page.getByText("No webhooks yet")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Create a webhook" }).click();
  await page.getByLabel("Name").fill("Billing system");
  await page.getByLabel("Address").fill(receiver.url);
  await expect(async () => {
    await page.getByRole("button", { name: "Create a webhook" }).click();
    await expect(page.getByText("Choose at least one.").first()).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expectAccessible(page);
  await page.getByLabel("An end-user is added").check();
  await page.getByLabel("A device loses its connection").check();
  await page.getByRole("button", { name: "Create a webhook" }).click();
  const secret = await page.getByLabel("Signing secret").inputValue();
  await page.getByRole("link", { name: "I have kept it" }).click();
  await expect(page.getByText("Nothing has happened yet")).toBeVisible();

  await page.goto("/users/new");
  await page.getByLabel("E-mail address").fill(`eva-${organization.mark}@home.example`);
  await expect(async () => {
    await page
      .getByRole("button", { name: /Add|Create/ })
      .last()
      .click();
    await expect(page).toHaveURL(/\/users\/[0-9a-f-]{36}$/, { timeout: 2000 });
  }).toPass();
  const customer = page.url().split("/").at(-1);
  await expect(() => expect(receiver.received).toHaveLength(1)).toPass();
  const [message] = receiver.received;
  const told = new Webhook(secret).verify(message?.body ?? "", message?.headers ?? {});
  expect(told).toMatchObject({ type: "user.created", data: { user_id: customer } });

  receiver.answer.status = 500;
  await page.goto("/settings/webhooks");
  await page.getByRole("link", { name: "Billing system" }).click();
  await expect(page.getByText("Taken")).toBeVisible();
  await page.getByRole("button", { name: "Send a test message" }).click();
  await expect(page.getByText("A test message is on its way.")).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("HTTP 500")).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expectAccessible(page);
  receiver.answer.status = 204;
  await page.getByRole("form", { name: "Send webhook.test again" }).getByRole("button").click();
  await expect(page.getByText("The message is on its way again.")).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("Taken")).toHaveCount(2, { timeout: 1000 });
  }).toPass();

  await page.locator("summary").filter({ hasText: receiver.url }).click();
  const form = page.getByRole("form", { name: "Change" });
  await form.getByLabel("Switched on").uncheck();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The webhook is changed.")).toBeVisible();
  await expect(page.getByText("Switched off").first()).toBeVisible();
  await page.locator("summary").filter({ hasText: "Its messages go with it" }).click();
  await page.getByRole("form", { name: "Delete" }).getByRole("button").click();
  await expect(page.getByText("No webhooks yet")).toBeVisible();
  await receiver.stop();
});
