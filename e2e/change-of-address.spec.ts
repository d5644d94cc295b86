import { expect, expectAccessible, logIn, newPerson, readMail, test } from "./portal";

test("a colleague moves to a new address, confirmed from both mailboxes", async ({
  page,
  browser,
  organization,
}) => {
  const { staff } = organization;
  const email = `moved-${staff.email}`;
  await logIn(page, staff.email);
  await page.goto("/account");
  const form = page.getByRole("form", { name: "Change email" });
  await form.getByLabel("New email").fill(staff.email);
  await form.getByRole("button", { name: "Send confirmation emails" }).click();
  await expect(form.getByText("This is already your email.").first()).toBeVisible();
  await form.getByLabel("New email").fill(email);
  await form.getByRole("button", { name: "Send confirmation emails" }).click();
  await expect(page.getByText("We sent two emails")).toBeVisible();
  await expect(page.getByText(`Change to ${email} pending`)).toBeVisible();
  await expectAccessible(page);

  for (const [mailbox, outcome] of [
    [email, "also confirm using the email sent to your other address"],
    [staff.email, `From now on, log in with ${email}.`],
  ] as const) {
    const reader = await newPerson(browser);
    await readMail(reader, mailbox);
    const link = reader.frameLocator("iframe").getByRole("link").first();
    await reader.goto((await link.getAttribute("href")) ?? "");
    await expectAccessible(reader);
    await reader.getByRole("button", { name: "Confirm" }).click();
    await expect(reader.getByText(outcome)).toBeVisible();
    await reader.close();
  }

  await page.reload();
  await expect(page).toHaveURL(/accounts\/login/);
  await logIn(page, email);
});
