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
  const form = page.getByRole("form", { name: "Change address" });
  await form.getByLabel("New e-mail address").fill(staff.email);
  await form.getByRole("button", { name: "Send the confirmations" }).click();
  await expect(form.getByText("This is your address already.").first()).toBeVisible();
  await form.getByLabel("New e-mail address").fill(email);
  await form.getByRole("button", { name: "Send the confirmations" }).click();
  await expect(page.getByText("Two mails are on their way")).toBeVisible();
  await expect(page.getByText(`Waiting for the change to ${email}`)).toBeVisible();
  await expectAccessible(page);

  for (const [mailbox, outcome] of [
    [email, "Now confirm in the mail to the other address too."],
    [staff.email, `Log in with ${email} from now on.`],
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
