import sharp from "sharp";
import { enter, expect, expectAccessible, logIn, newPerson, readMail, test } from "./portal";

test("an admin gives the organization its look and its words, and publishes terms", async ({
  page,
  browser,
  organization,
}) => {
  const { admin, staff } = organization;
  await enter(page, admin);
  await page.goto("/settings/appearance");
  const picture = await sharp({
    create: { width: 300, height: 100, channels: 3, background: "#7a1fa2" },
  })
    .png()
    .toBuffer();
  await page.getByLabel("Logo").setInputFiles({
    name: "logo.png",
    mimeType: "image/png",
    buffer: picture,
  });
  await page.getByLabel("Colour").fill("#ffee00");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("This colour is too light").first()).toBeVisible();
  await page.getByLabel("Colour").fill("#7a1fa2");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Appearance saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Save" })).toHaveCSS(
    "background-color",
    "rgb(122, 31, 162)",
  );
  await expect(page.locator("aside img")).toHaveJSProperty("naturalWidth", 300);
  await expectAccessible(page);

  await page.goto("/settings/mail");
  await page.getByLabel("Sender name").fill("Alpenstrom Team");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Sender saved.")).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole("listitem")
    .filter({ hasText: "Password reset" })
    .getByText("English")
    .click();
  await page.getByLabel("Subject").fill("Servus, {recipientName} {nonsense}");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Unknown placeholder nonsense.").first()).toBeVisible();
  await page.getByLabel("Subject").fill("Servus, {recipientName}");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Template saved.")).toBeVisible();

  const colleague = await newPerson(browser);
  await colleague.goto("/accounts/forgotten-password");
  await colleague.getByLabel("Email").fill(staff.email);
  await colleague.getByRole("button", { name: /link/i }).click();
  // Leaving at once would take the request back.
  await expect(colleague.getByText("we've sent a link")).toBeVisible();
  await readMail(colleague, staff.email);
  await expect(colleague.getByRole("heading", { name: `Servus, ${staff.name}` })).toBeVisible();
  await expect(colleague.getByText(/"Alpenstrom Team"/)).toBeVisible();

  await logIn(colleague, staff.email);
  await page.goto("/settings/terms");
  await expectAccessible(page);
  await page
    .getByLabel("English text")
    .fill("# Mind the data\n\nLook up only what the case needs.");
  await page
    .getByLabel("German text")
    .fill("# Achten Sie auf die Daten\n\nNur was der Fall braucht.");
  await page.getByLabel("What's changed").fill("They are shorter now.");
  await page.getByRole("button", { name: "Publish new version" }).click();
  await expect(page.getByText("The terms of service have changed.")).toBeVisible();

  await colleague.goto("/users");
  await expect(colleague).toHaveURL(/account\/terms/);
  await expect(colleague.getByRole("heading", { name: "Mind the data" })).toBeVisible();
  await expectAccessible(colleague);
  await colleague.getByRole("button", { name: "Accept" }).click();
  await expect(
    colleague.getByText("Accept the terms of service to continue.").first(),
  ).toBeVisible();
  await colleague.getByLabel("I have read and accept").check();
  await colleague.getByRole("button", { name: "Accept" }).click();
  await expect(colleague.getByRole("heading", { name: "Home" })).toBeVisible();
});
