import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./portal";

const base = new URL(process.env.E2E_BASE_URL ?? "http://localhost:3000");
const production = `http://alpenstrom.${base.host}`;
const sandbox = `http://alpenstrom-sandbox.${base.host}`;

async function logInAsInes(page: Page): Promise<void> {
  await page.getByLabel("Email").fill("ines.brandt@demo.example");
  await page.getByLabel("Password", { exact: true }).fill("wattdesk-demo-2026");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByRole("heading", { name: "Home" })).toBeVisible();
}

test("production and sandbox are kept apart, and one switches between them", async ({ page }) => {
  await page.goto(`${production}/dashboard`);
  await expect(page.getByText("Alpenstrom Energie")).toBeVisible();
  await expectAccessible(page);
  await logInAsInes(page);
  await expect(page.getByText("Sandbox", { exact: false })).toBeHidden();
  await page.getByRole("button", { name: /^Account menu/ }).click();
  await page.getByRole("menuitem", { name: "Switch to sandbox" }).click();

  await expect(page).toHaveURL(`${sandbox}/accounts/login`);
  await logInAsInes(page);
  const banner = page.getByRole("region", { name: "Environment" });
  await expect(banner).toBeVisible();
  await page.goto(`${sandbox}/users`);
  await expect(page.getByText("100 results")).toBeVisible();
  await expectAccessible(page);
  await banner.getByRole("link", { name: "Switch to production" }).click();
  await expect(page).toHaveURL(`${production}/dashboard`);
});

test("a session of one environment opens nothing at the host of the other", async ({ page }) => {
  await page.goto(`${production}/accounts/login`);
  await logInAsInes(page);
  const cookie = (await page.context().cookies(production))
    .map(({ name, value }) => `${name}=${value}`)
    .join("; ");
  const landing = async (host: string) => {
    const request = get(`${base.origin}/dashboard`, { headers: { host, cookie } });
    const [answer] = (await once(request, "response")) as [IncomingMessage];
    answer.resume();
    return answer.headers.location ?? answer.statusCode;
  };
  expect(await landing(`alpenstrom.${base.host}`)).toBe(200);
  expect(await landing(`alpenstrom-sandbox.${base.host}`)).toContain("/accounts/login");
});

test("a host that belongs to nobody has no pages", async ({ page }) => {
  const answer = await page.goto(`http://nobody.${base.host}/accounts/login`);
  expect(answer?.status()).toBe(404);
});
