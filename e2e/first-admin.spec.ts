import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, expectAccessible, password, test } from "./portal";

const run = promisify(execFile);

test("an operator creates an organization, and its first admin finds where to begin", async ({
  page,
}) => {
  const mark = Math.random().toString(36).slice(2, 10);
  const email = `nora-${mark}@stadtwerke.example`;
  const { stdout } = await run(
    "node",
    [
      "--import",
      "tsx",
      "commands/organization-create.ts",
      ...["--name", "Stadtwerke Neustadt", "--slug", `neustadt-${mark}`, "--admin", email],
    ],
    { env: { ...process.env, TSX_TSCONFIG_PATH: "tsconfig.scripts.json" } },
  );
  expect(stdout).toContain(`neustadt-${mark} is created.`);

  await page.goto(/http\S+\/invite\/\S+/.exec(stdout)?.[0] ?? "");
  await expect(page.getByRole("heading", { name: "Join Stadtwerke Neustadt" })).toBeVisible();
  await page.getByLabel("Choose a password").fill(password);
  await page.getByLabel("First name").fill("Nora");
  await page.getByLabel("Last name").fill("Neu");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Accept and log in" }).click();

  const begin = page.getByRole("region", { name: "Get started" });
  await expect(begin).toBeVisible();
  await expectAccessible(page);
  await begin.getByRole("link", { name: /Invite your team/ }).click();
  await expect(page).toHaveURL(/\/team\/invite$/);
  await page.goto("/users");
  await page.getByRole("link", { name: "Import file" }).click();
  await expect(page).toHaveURL(/\/imports\/new$/);

  // The first end-user, and the board is there.
  await page.goto("/users/new");
  await page.getByLabel("Email").fill(`first-${mark}@home.example`);
  await page.getByRole("button", { name: "Add customer" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`first-${mark}`);
  await page.goto("/dashboard");
  await expect(page.getByRole("heading", { name: "Home" })).toBeVisible();
  await expect(begin).toBeHidden();
  await page.getByRole("link", { name: "Fleet", exact: true }).click();
  await expect(page.getByRole("region", { name: "Customers and devices" })).toBeVisible();
  await expect(page.getByText("No devices yet").first()).toBeVisible();
  await expectAccessible(page);
});
