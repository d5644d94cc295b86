import { addHandbookEntry } from "../testing/records/team";
import { expect, expectAccessible, logIn, newPerson, password, readMail, test } from "./portal";

test("a new support agent is guided from invitation to work, and the admin sees how far", async ({
  page: admin,
  browser,
  organization,
}) => {
  const email = `joining-${organization.mark}@utility.example`;
  const colleague = await newPerson(browser);

  await test.step("the admin writes what has to be read", async () => {
    await logIn(admin, organization.admin.email);
    await admin.goto("/handbook");
    await expect(admin.getByText("The handbook is empty")).toBeVisible();
    await expectAccessible(admin);
    await admin.getByRole("button", { name: "Begin with our entries" }).click();
    await expect(admin.getByRole("link", { name: "Whom to ask" })).toBeVisible();
    await expectAccessible(admin);
    await admin.getByRole("link", { name: "Write an entry" }).click();
    await admin.getByRole("button", { name: "Write an entry" }).click();
    await expect(admin.getByText("Please fill this in.").first()).toBeVisible();
    await admin.getByLabel("Title").fill("How we greet");
    await admin.getByLabel("Text").fill("Say **your name**.\n\n<script>alert(1)</script>");
    await admin.getByLabel("Everybody it is for has to read it").check();
    await expectAccessible(admin);
    await admin.getByRole("button", { name: "Write an entry" }).click();
    await expect(admin.getByRole("heading", { name: "How we greet" })).toBeVisible();
    await expect(admin.getByText("<script>alert(1)</script>").first()).toBeVisible();
    await expectAccessible(admin);
  });

  await test.step("invites with the role guide in view", async () => {
    await admin.goto("/team/invite");
    await expect(admin.getByRole("table", { name: "What each role can do" })).toBeVisible();
    await admin.getByLabel("First name").fill("Nina");
    await admin.getByLabel("Last name").fill("Auer");
    await admin.getByLabel("E-mail address").fill(email);
    await admin.getByLabel("Reason for this role").fill("Daily telephone support");
    await admin.getByRole("button", { name: "Send invitation" }).click();
    await expect(admin.getByText("is on its way.")).toBeVisible();
  });

  await test.step("the colleague accepts and finds a checklist", async () => {
    await readMail(colleague, email);
    await colleague
      .frameLocator("iframe")
      .getByRole("link", { name: "Accept the invitation" })
      .click();
    await colleague.getByLabel("Choose a password").fill(password);
    await colleague.getByLabel("Time zone").selectOption("Europe/Vienna");
    await colleague.getByRole("checkbox").check();
    await colleague.getByRole("button", { name: "Accept and log in" }).click();
    await expect(colleague.getByText("Welcome! A few steps to begin with")).toBeVisible();
    await expectAccessible(colleague);
  });

  await test.step("the admin sees where they are stuck, and reminds them", async () => {
    await admin.goto("/team?search=Nina");
    await expect(admin.getByText("Required handbook entries read")).toBeVisible();
    await admin.getByRole("link", { name: "Nina Auer" }).click();
    await admin.getByRole("button", { name: "Remind by mail" }).click();
    await expect(admin.getByText("A reminder is on its way.")).toBeVisible();
    await expectAccessible(admin);
    const reader = await newPerson(browser);
    await readMail(reader, email);
    await expect(reader.frameLocator("iframe").getByText(/2 steps are still open/)).toBeVisible();
  });

  await test.step("the colleague reads what is required and confirms", async () => {
    await colleague.getByRole("link", { name: "Read what is required" }).click();
    for (const title of [
      "How we look after customers' data",
      "A device is not connected any more",
      "How we greet",
    ]) {
      await colleague.getByRole("link", { name: title }).click();
      await expect(colleague.getByRole("heading", { name: title, level: 1 })).toBeVisible();
      await colleague.getByRole("button", { name: "I have read this" }).click();
      await expect(colleague.getByText("You confirmed on")).toBeVisible();
      await colleague.goto("/handbook?reading=required");
    }
    await expect(colleague.getByText("Roles, invitations and departures")).toBeHidden();
    await colleague.goto("/dashboard");
    await colleague.getByRole("button", { name: "I see what I should" }).click();
    await expect(colleague.getByText("Welcome! A few steps to begin with")).toBeHidden();
  });

  await test.step("and the admin sees that all is done", async () => {
    await admin.goto("/team?search=Nina");
    await expect(admin.getByRole("row", { name: /Nina Auer.*Active.*–/ })).toBeVisible();
  });
});

test("an entry is changed, read again, and deleted", async ({
  page: admin,
  browser,
  organization,
  owner,
}) => {
  const id = await addHandbookEntry(organization, owner.tables);
  const reader = await newPerson(browser);
  await logIn(reader, organization.staff.email);
  await reader.goto(`/handbook/${id}`);
  await reader.getByRole("button", { name: "I have read this" }).click();
  await expect(reader.getByText("You confirmed on")).toBeVisible();

  await logIn(admin, organization.admin.email);
  await admin.goto(`/handbook/${id}`);
  await admin.getByRole("link", { name: "Edit entry" }).click();
  await admin.getByRole("textbox", { name: "Text" }).fill("Answer within *two* rings.");
  await admin.getByLabel("Ask everybody to read the new text").check();
  await expectAccessible(admin);
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByText("1: Calls").or(admin.getByText("2: Calls")).first()).toBeVisible();

  await reader.reload();
  await expect(reader.getByRole("button", { name: "I have read this" })).toBeVisible();

  await admin.getByText("Delete entry", { exact: true }).first().click();
  const form = admin.getByRole("form", { name: "Delete entry" });
  await form.getByLabel("Type the title to confirm").fill("Calls");
  await form.getByRole("button").click();
  await expect(admin).toHaveURL(/\/handbook$/);
  await expect(admin.getByText("The handbook is empty")).toBeVisible();
});
