import { Webhook } from "standardwebhooks";
import { startWebhookReceiver } from "../testing/webhook-receiver";
import { clickUntilShown, enter, expect, expectAccessible, test } from "./portal";

test("an admin creates a webhook with records, sees its deliveries, resends one and deletes it", async ({
  page,
  organization,
}) => {
  const receiver = await startWebhookReceiver();
  await enter(page, organization.admin);
  await page.goto("/settings/webhooks");
  await expect(page.getByText("No webhooks yet")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Create webhook" }).click();
  await page.getByLabel("Name").fill("Billing system");
  await page.getByLabel("URL").fill(receiver.url);
  await clickUntilShown(
    page.getByRole("button", { name: "Create webhook" }),
    page.getByText("Choose at least one.").first(),
  );
  await expectAccessible(page);
  await page.getByLabel("Customer created").check();
  await page.getByLabel("Device disconnected").check();
  await page.getByLabel("Include the record").check();
  await page.getByRole("button", { name: "Create webhook" }).click();
  const secret = await page.getByLabel("Signing secret").inputValue();
  await page.getByRole("link", { name: "Done" }).click();
  await expect(page.getByText("No events yet")).toBeVisible();

  await page.goto("/users/new");
  await page.getByLabel("Email").fill(`eva-${organization.mark}@home.example`);
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
  expect(told).toMatchObject({
    type: "user.created",
    data: {
      user_id: customer,
      record: { id: customer, email: `eva-${organization.mark}@home.example` },
    },
  });

  receiver.answer.status = 500;
  await page.goto("/settings/webhooks");
  await page.getByRole("link", { name: "Billing system" }).click();
  await expect(page.getByText("Delivered", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Send test message" }).click();
  await expect(page.getByText("Test message queued")).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("HTTP 500")).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expectAccessible(page);
  receiver.answer.status = 204;
  await page.getByRole("form", { name: "Resend webhook.test" }).getByRole("button").click();
  await expect(page.getByText("Message queued again")).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("Delivered", { exact: true })).toHaveCount(2, { timeout: 1000 });
  }).toPass();

  await page.locator("summary").filter({ hasText: receiver.url }).click();
  const form = page.getByRole("form", { name: "Edit webhook" });
  await form.getByLabel("Enabled").uncheck();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Webhook saved")).toBeVisible();
  await expect(page.getByText("Disabled").first()).toBeVisible();
  await page.locator("summary").filter({ hasText: "Its deliveries are deleted too" }).click();
  await page.getByRole("form", { name: "Delete webhook" }).getByRole("button").click();
  await expect(page.getByText("No webhooks yet")).toBeVisible();
  await receiver.stop();
});
