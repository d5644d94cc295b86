import { createPerson } from "../testing/organization";
import { enter, expect, expectAccessible, logIn, newPerson, test } from "./portal";

test("an admin who leaves hands over API credentials, and their secrets are to be replaced", async ({
  page: successor,
  browser,
  organization,
  owner,
  passwordHash,
}) => {
  const leaver = await createPerson(
    owner.tables,
    organization.id,
    "admin",
    `leaver-${organization.mark}@utility.example`,
    passwordHash,
  );
  const admin = await newPerson(browser);
  await logIn(admin, leaver.email);

  await test.step("the admin creates credentials; the secret is shown once", async () => {
    await admin.goto("/settings");
    await admin.getByRole("link", { name: "API clients" }).click();
    await expect(admin.getByText("No API clients yet")).toBeVisible();
    await expectAccessible(admin);
    await admin.getByRole("link", { name: "Create API client" }).click();
    await admin.getByLabel("Name", { exact: true }).fill("Billing system");
    await admin.getByRole("button", { name: "Create API client" }).click();
    await expect(admin.getByText("Choose at least one permission.").first()).toBeVisible();
    await admin.getByLabel("Devices").selectOption("read");
    await admin.getByLabel("Allowed IP addresses").fill("not an address");
    await admin.getByRole("button", { name: "Create API client" }).click();
    await expect(admin.getByText("Enter addresses or networks like").first()).toBeVisible();
    await admin.getByLabel("Allowed IP addresses").fill("203.0.113.0/24");
    await expectAccessible(admin);
    await admin.getByRole("button", { name: "Create API client" }).click();
    await expect(admin.getByLabel("Client secret", { exact: true })).toHaveValue(
      /^wd_live_[\w-]{43}$/,
    );
    await expectAccessible(admin);
    await admin.getByRole("link", { name: "I've saved it" }).click();
    await expect(admin.getByText("203.0.113.0/24")).toBeVisible();
    await expect(admin.getByText("devices:read")).toBeVisible();
    await expectAccessible(admin);
  });

  await test.step("another admin offboards them in one form", async () => {
    await enter(successor, organization.admin);
    await successor.goto("/team");
    await successor.getByRole("link", { name: `Offboard ${leaver.name}` }).click();
    await expect(successor.getByText("all access ends immediately")).toBeVisible();
    // Once among what is handed over, once among the secrets to rotate.
    await expect(successor.getByRole("link", { name: "Billing system" })).toHaveCount(2);
    await expectAccessible(successor);
    const form = successor.getByRole("form", { name: "Remove from team" });
    await form.getByLabel("Reason").fill("Takes another post");
    await expect(form.getByLabel("Transfer API clients to")).toHaveValue(organization.admin.id);
    await form.getByRole("button", { name: "Remove from team" }).click();
    await expect(
      successor.getByText("This person knew the secrets of: Billing system."),
    ).toBeVisible();
    await expect(successor.getByText(`Billing system → ${organization.admin.name}`)).toBeVisible();
    await expectAccessible(successor);
    await successor.goto("/team/departures");
    await expect(successor.getByRole("row", { name: /Takes another post/ })).toBeVisible();
    await expectAccessible(successor);
  });

  await test.step("the one who left is out", async () => {
    await admin.reload();
    await expect(admin).toHaveURL(/\/accounts\/login\?ended=1/);
  });

  await test.step("the successor replaces the secret, and revokes the client", async () => {
    await successor.goto("/settings/api-credentials?state=rotation-due");
    await successor.getByRole("link", { name: "Billing system" }).click();
    await expect(successor.getByText("Someone who saw this secret has left")).toBeVisible();
    await successor.getByText("Rotate secret", { exact: true }).first().click();
    await successor
      .getByRole("form", { name: "Rotate secret" })
      .getByLabel("Keep the current secret valid for")
      .selectOption("0");
    await successor.getByRole("button", { name: "Rotate secret" }).click();
    await expect(successor.getByLabel("Client secret", { exact: true })).toHaveValue(/^wd_live_/);
    await successor.getByRole("link", { name: "I've saved it" }).click();
    await expect(successor.getByText("Someone who saw this secret has left")).toBeHidden();
    await successor.getByText("Revoke", { exact: true }).first().click();
    const form = successor.getByRole("form", { name: "Revoke" });
    await form.getByLabel("Type the name to confirm").fill("Billing system");
    await form.getByRole("button").click();
    await expect(successor.getByText("Revoked")).toBeVisible();
    await expectAccessible(successor);
  });
});
