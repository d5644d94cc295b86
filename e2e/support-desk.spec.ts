import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { cases, devices, users } from "../db/schema";
import { addHandbookEntry } from "../testing/records/team";
import { expect, expectAccessible, logIn, newPerson, readMail, test } from "./portal";

test("whom a caller may be is found as one types, and told apart at a glance", async ({
  page,
  browser,
  organization,
  owner,
}) => {
  const { id: organizationId, mark, staff, endUser } = organization;
  await owner.tables.insert(users).values(
    Array.from({ length: 30 }, (_, n) => ({
      organizationId,
      id: uuidv7(),
      role: "user" as const,
      status: "active" as const,
      email: `crowd-${n}-${mark}@home.example`,
      lastName: "Zwölfender",
      firstName: `Nr${n}`,
    })),
  );
  await owner.tables
    .update(users)
    .set({
      firstName: "Jürgen",
      lastName: "Müllerschön",
      externalUserId: `K-${mark}`,
      phone: "+43 660 7086797",
      streetAndNumber: "Kärntner Straße 12",
      zipCode: "8010",
      town: "Graz",
    })
    .where(eq(users.id, endUser.id));
  await owner.tables.insert(cases).values({
    organizationId,
    userId: endUser.id,
    number: 1,
    subject: "Does not charge",
    createdByName: staff.name,
  });
  await logIn(page, staff.email);
  const results = page.getByRole("main").getByRole("list", { name: "Customers", exact: true });

  await test.step("all who are meant can be reached", async () => {
    await page.goto("/support");
    await page.getByRole("searchbox", { name: /^Name, email/ }).pressSequentially("zwoelf");
    await expect(page).toHaveURL(/search=zwoelf/);
    await expect(page.getByText("12 of 30 customers")).toBeVisible();
    await expect(results.locator("mark").first()).toHaveText("Zwölf");
    await expectAccessible(page);
    await page.getByRole("link", { name: "Next" }).click();
    await expect(page.getByRole("link", { name: "Previous" })).toBeVisible();
    await page.getByRole("link", { name: "Next" }).click();
    await expect(page.getByText("6 of 30 customers")).toBeVisible();
  });

  await test.step("by what they say, and with what tells them apart", async () => {
    for (const said of ["0660/7086797", "Muellerschoen, Juergen", "kaerntner str. 12", "Fall 1"]) {
      await page.goto(`/support?search=${encodeURIComponent(said)}`);
      await expect(results.getByRole("listitem").first()).toContainText("Jürgen Müllerschön");
    }
    const row = results.getByRole("listitem").first();
    for (const fact of [`K-${mark}`, "Kärntner Straße 12, 8010 Graz", "+43 660 7086797"]) {
      await expect(row).toContainText(fact);
    }
    await expect(row.getByRole("link", { name: /Nibe S2125-8/ })).toBeVisible();
    await expect(row.getByRole("link", { name: "Open case #1 Does not charge" })).toBeVisible();
    await row.getByRole("button", { name: "Send link" }).click();
    await expect(row.getByRole("status")).toContainText(endUser.email);
    await expectAccessible(page);
  });

  await test.step("before JavaScript too", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    await context.addCookies(await page.context().cookies());
    const plain = await context.newPage();
    await plain.goto(new URL("/support", page.url()).href);
    await plain.getByRole("searchbox", { name: /^Name, email/ }).fill("zwölfender");
    await plain.getByRole("button", { name: "Find" }).click();
    await expect(plain).toHaveURL(/search=zw/);
    await expect(plain.getByText("12 of 30 customers")).toBeVisible();
    await context.close();
  });
});

test("a call: find the customer, see what is wrong, fix it, keep a case", async ({
  page,
  browser,
  organization,
  owner,
}) => {
  const { endUser, admin, mark } = organization;
  await owner.tables
    .update(devices)
    .set({
      externalDeviceId: `QX9-${mark}`,
      isSmartOptimizationActive: false,
      isAuthenticated: false,
      lifecycleState: "disconnected",
      disconnectedSince: new Date(Date.now() - 3 * 86_400_000),
    })
    .where(eq(devices.id, organization.deviceId));
  await addHandbookEntry(organization, owner.tables, {
    title: `When a device is not connected ${mark}`,
  });

  await test.step("by the serial number that they read out", async () => {
    await logIn(page, organization.staff.email);
    await page.getByRole("link", { name: "Support", exact: true }).click();
    await expect(page.getByText("No active incidents")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("searchbox", { name: /^Name, email/ }).fill(`qx9-${mark}`);
    await page.getByRole("button", { name: "Find" }).click();
    await expect(page.getByText("1 customer")).toBeVisible();
    await expect(page.getByText("Device Nibe S2125-8")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("a diagnosis says what is wrong, and what the handbook says", async () => {
    await page.getByRole("button", { name: "Diagnose" }).click();
    await expect(page.getByRole("heading", { name: `Diagnosis of ${endUser.name}` })).toBeVisible();
    await expect(page.getByText(/^Disconnected since/)).toBeVisible();
    await expect(page.getByText("Off", { exact: true })).toBeVisible();
    await expect(
      page.getByRole("link", { name: `When a device is not connected ${mark}` }),
    ).toBeVisible();
    await expect(page.getByRole("textbox", { name: /^Text for an email/ })).toHaveValue(
      /Problem · Connection: Disconnected since/,
    );
    await expectAccessible(page);
  });

  await test.step("its buttons do something about it", async () => {
    await page.getByRole("button", { name: "Resume optimisation" }).click();
    await expect(page.getByText("Optimisation resumed")).toBeVisible();
    await page.getByRole("button", { name: "Send reconnection link" }).click();
    await expect(page.getByText(`Link sent to`)).toBeVisible();
    await page.getByRole("button", { name: "Run again" }).click();
    await expect(page.getByText("Off", { exact: true })).toHaveCount(0);
    for (const passed of await page.locator("summary", { hasText: "passed check" }).all()) {
      await passed.click();
    }
    await expect(page.getByText("On", { exact: true })).toBeVisible();
    await page.getByRole("link", { name: endUser.name }).click();
    await expect(page.getByRole("list", { name: "Earlier diagnoses" })).toBeVisible();
    await expect(page.getByText("Diagnosis run").first()).toBeVisible();
  });

  await test.step("a case keeps it", async () => {
    await page.getByRole("link", { name: "Open case" }).click();
    await expectAccessible(page);
    await page.getByLabel("Subject").fill("Device keeps losing its connection");
    await page.getByLabel("Priority").selectOption("High");
    await page.getByLabel("External ticket").fill("javascript:alert(1)");
    await page.getByRole("button", { name: "Open case" }).click();
    await expect(page.getByRole("alert").getByRole("listitem")).toHaveCount(1);
    await expect(page.getByLabel("Subject")).toHaveValue("Device keeps losing its connection");
    await page.getByLabel("External ticket").fill("https://help.company.example/t/7");
    await page.getByRole("button", { name: "Open case" }).click();
    await expect(
      page.getByRole("heading", { name: "#1 Device keeps losing its connection" }),
    ).toBeVisible();
    await expectAccessible(page);
    const customerPane = page.getByRole("region", { name: "Customer" });
    await expect(customerPane.getByText(/^Link sent/)).toBeVisible();
    const conversation = page.getByRole("form", { name: "Write" });
    await conversation.getByText("Internal note").click();
    await conversation.getByLabel("Message").fill("Called twice, nobody answers.");
    await conversation.getByLabel("Mention").selectOption(admin.name);
    await conversation.getByRole("button", { name: "Add note" }).click();
    await expect(page.getByText(`@${admin.name}`)).toBeVisible();
    await conversation.getByLabel("Message").fill("We have sent you a new link.");
    await conversation.getByRole("button", { name: "Send reply" }).click();
    await expect(page.getByText("Waiting on customer").first()).toBeVisible();
    await page.getByText("Assign to an admin").click();
    await page.getByLabel(/^Admin/).selectOption(admin.name);
    await page.getByLabel("Reason").fill("Third time this month");
    await page.getByRole("button", { name: "Escalate" }).click();
    await expect(page.getByText("Escalated to", { exact: true })).toBeVisible();
    await expectAccessible(page);
    await page.goto("/cases?state=waiting");
    await expect(page.getByRole("row", { name: /keeps losing.*High/ })).toBeVisible();
    await expectAccessible(page);
    const colleague = await newPerson(browser);
    await readMail(colleague, admin.email);
    await expect(
      colleague.frameLocator("iframe").getByRole("link", { name: "Open case" }),
    ).toBeVisible();
    const customer = await newPerson(browser);
    await readMail(customer, endUser.email);
    await expect(
      customer.frameLocator("iframe").getByText("We have sent you a new link."),
    ).toBeVisible();
  });

  await test.step("answers that are given often are kept", async () => {
    await page.goto("/cases/templates");
    await page.getByLabel("Name").fill("New link");
    await page.getByLabel("Text").fill("Please use the link in our mail.");
    await page.getByRole("button", { name: "Save template" }).click();
    await expect(page.getByText("New link", { exact: true })).toBeVisible();
    await expectAccessible(page);
    await page.goto("/cases");
    await page.getByRole("link", { name: /keeps losing/ }).click();
    await page.getByLabel("Message").fill("Dear Ms Huber,");
    await page.getByRole("combobox", { name: "Template" }).selectOption("New link");
    await expect(page.getByLabel("Message")).toHaveValue(
      "Dear Ms Huber,\n\nPlease use the link in our mail.",
    );
  });

  await test.step("and what the customer sees can be seen, read only, with a reason", async () => {
    await page.goto(`/users/${endUser.id}`);
    await page.getByText("View as customer").click();
    await page.getByRole("button", { name: "Start session" }).click();
    await expect(page.getByRole("alert").getByRole("listitem")).toHaveCount(1);
    await page.getByLabel("Reason").fill("Says that the device is missing");
    await page.getByRole("button", { name: "Start session" }).click();
    await expect(page.getByText("Viewing as")).toBeVisible();
    await expect(page.getByText("Nibe S2125-8")).toBeVisible();
    await expect(page.getByRole("button", { name: /^(Connect|Reconnect)/ })).toHaveCount(0);
    await expectAccessible(page);
    const address = page.url();
    await page.getByRole("button", { name: "End session" }).click();
    await expect(page.getByText("Viewed as customer")).toBeVisible();
    await page.goto(address);
    await expect(page.getByText("Session ended")).toBeVisible();
    await expectAccessible(page);
  });
});
