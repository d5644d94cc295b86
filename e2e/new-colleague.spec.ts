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
    await expect(admin.getByText("No articles yet")).toBeVisible();
    await expectAccessible(admin);
    await admin.getByRole("button", { name: "Add sample articles" }).click();
    await expect(admin.getByRole("link", { name: "Contacts" })).toBeVisible();
    await expectAccessible(admin);
    await admin.getByRole("link", { name: "Create article" }).click();
    await admin.getByRole("button", { name: "Create article" }).click();
    await expect(admin.getByText("Title is required.").first()).toBeVisible();
    await admin.getByLabel("Title").fill("How we greet");
    await admin.getByLabel("Text").fill("Say **your name**.\n\n<script>alert(1)</script>");
    await admin.getByLabel("Required reading").check();
    await expectAccessible(admin);
    await admin.getByRole("button", { name: "Create article" }).click();
    await expect(admin.getByRole("heading", { name: "How we greet" })).toBeVisible();
    await expect(admin.getByText("<script>alert(1)</script>").first()).toBeVisible();
    await expectAccessible(admin);
  });

  await test.step("invites with the role guide in view", async () => {
    await admin.goto("/team/invite");
    await expect(admin.getByRole("table", { name: "Permissions by role" })).toBeVisible();
    await admin.getByLabel("Email").fill(email);
    await admin.getByLabel("Reason").fill("Daily telephone support");
    await admin.getByRole("button", { name: "Send invitation" }).click();
    await expect(admin.getByText("Invitation sent to")).toBeVisible();
  });

  await test.step("the colleague accepts and finds a checklist", async () => {
    await readMail(colleague, email);
    await colleague.frameLocator("iframe").getByRole("link", { name: "Accept invitation" }).click();
    await colleague.getByLabel("Choose a password").fill(password);
    await colleague.getByLabel("First name").fill("Nina");
    await colleague.getByLabel("Last name").fill("Auer");
    await colleague.getByLabel("Time zone").selectOption("Europe/Vienna");
    await colleague.getByRole("checkbox").check();
    await colleague.getByRole("button", { name: "Accept and log in" }).click();
    await expect(colleague.getByText("Welcome! Finish setting up your account")).toBeVisible();
    await expectAccessible(colleague);
  });

  await test.step("the admin sees where they are stuck, and reminds them", async () => {
    await admin.goto("/team?search=Nina");
    await expect(admin.getByText("Required articles read")).toBeVisible();
    await admin.getByRole("link", { name: "Nina Auer", exact: true }).click();
    await admin.getByRole("button", { name: "Send reminder" }).click();
    await expect(admin.getByText("Reminder sent.")).toBeVisible();
    await expectAccessible(admin);
    const reader = await newPerson(browser);
    await readMail(reader, email);
    await expect(reader.frameLocator("iframe").getByText(/2 steps are still open/)).toBeVisible();
  });

  await test.step("the colleague reads what is required and confirms", async () => {
    await colleague.getByRole("link", { name: "Read required articles" }).click();
    for (const title of ["How we handle customer data", "Device disconnected", "How we greet"]) {
      await colleague.getByRole("link", { name: title }).click();
      await expect(colleague.getByRole("heading", { name: title, level: 1 })).toBeVisible();
      await colleague.getByRole("button", { name: "Mark as read" }).click();
      await expect(colleague.getByText("You read this on")).toBeVisible();
      await colleague.goto("/handbook?reading=required");
    }
    await expect(colleague.getByText("Roles, invitations and offboarding")).toBeHidden();
    await colleague.goto("/dashboard");
    await colleague.getByRole("button", { name: "Confirm my access" }).click();
    await expect(colleague.getByText("Welcome! Finish setting up your account")).toBeHidden();
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
  await reader.getByRole("button", { name: "Mark as read" }).click();
  await expect(reader.getByText("You read this on")).toBeVisible();

  await logIn(admin, organization.admin.email);
  await admin.goto(`/handbook/${id}`);
  await admin.getByRole("link", { name: "Edit article" }).click();
  await admin.getByRole("textbox", { name: "Text" }).fill("Answer within *two* rings.");
  await admin.getByLabel("Ask everyone to read it again").check();
  await expectAccessible(admin);
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByText("1: Calls").or(admin.getByText("2: Calls")).first()).toBeVisible();

  await reader.reload();
  await expect(reader.getByRole("button", { name: "Mark as read" })).toBeVisible();

  await admin.getByText("Delete article", { exact: true }).first().click();
  const form = admin.getByRole("form", { name: "Delete article" });
  await form.getByLabel("Type the title to confirm").fill("Calls");
  await form.getByRole("button").click();
  await expect(admin).toHaveURL(/\/handbook$/);
  await expect(admin.getByText("No articles yet")).toBeVisible();
});
