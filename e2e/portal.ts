import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, test as base, expect, type Locator, type Page } from "@playwright/test";
import type axe from "axe-core";
import { hashPassword } from "../lib/identity/auth/password-hash";
import type { MinuteTask } from "../lib/operations/jobs/minute-tasks";
import {
  createOrganization,
  ownerConnection,
  type TestOrganization,
  type TestPerson,
} from "../testing/organization";
import { sessionCookieOf } from "../testing/session-cookie";
import { baseUrl } from "./http";

export { expect };

/** The password of everybody in an organization made for a test. */
export const password = "quiet lantern orbits maple";

/** Shipped beside the readable source, at half of what a page has to read. */
const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

declare global {
  interface Window {
    axe: typeof axe;
  }
}

export type Owner = ReturnType<typeof ownerConnection>;

type Fixtures = {
  /** An organization of the test's own. */
  organization: TestOrganization;
};

type WorkerFixtures = { owner: Owner; passwordHash: string };

export const test = base.extend<Fixtures, WorkerFixtures>({
  owner: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from this pattern
    async ({}, use) => {
      const connection = ownerConnection(process.env.E2E_DATABASE_URL ?? "");
      await use(connection);
      await connection.client.end();
    },
    { scope: "worker" },
  ],
  passwordHash: [
    // biome-ignore lint/correctness/noEmptyPattern: see above
    async ({}, use) => {
      await use(await hashPassword(password));
    },
    { scope: "worker" },
  ],
  organization: async ({ owner, passwordHash }, use) => {
    await use(await createOrganization(owner.tables, passwordHash));
  },
  page: async ({ page }, use) => {
    const complaints = watch(page);
    await use(page);
    expect(complaints).toEqual([]);
  },
});

/** Notes what the browser complains of: errors of scripts, refusals of the content security policy. */
function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    const isStatus = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isStatus) complaints.push(message.text());
  });
  return complaints;
}

export async function logIn(page: Page, email: string, secret = password): Promise<void> {
  await page.goto("/accounts/login/");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page).not.toHaveURL(/accounts\/login/);
}

/** Has somebody logged in without the page for it, which other journeys test. */
export async function enter(page: Page, person: TestPerson): Promise<void> {
  const [name = "", value = ""] = sessionCookieOf(person).split("=");
  // Playwright's own way names a domain, which a cookie of this prefix must not have.
  const browser = await page.context().newCDPSession(page);
  const { origin } = new URL(baseUrl.replace("http:", "https:"));
  await browser.send("Network.setCookie", { name, value, url: origin, secure: true, path: "/" });
  await browser.detach();
}

/** Has an organization's part of a task done now, without waiting for the calendar or other organizations. */
export async function doJobNow(
  owner: Owner,
  task: MinuteTask,
  { id: organizationId }: TestOrganization,
): Promise<void> {
  const payload = JSON.stringify({ organizationId });
  await owner.client`
    select graphile_worker.add_job(${task}, payload => ${payload}::text::json, priority => -10)`;
}

/** A browser of another person. */
export async function newPerson(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  return context.newPage();
}

/** What the newest mail to an address says, read as a person would. */
export async function readMail(page: Page, recipient: string): Promise<void> {
  await expect(async () => {
    await page.goto(`/mailbox?to=${encodeURIComponent(recipient)}`);
    await expect(page.getByRole("main").getByText(recipient).first()).toBeVisible({
      timeout: 1000,
    });
  }).toPass();
  await page.getByRole("main").getByRole("link").first().click();
  await expect(page.locator("iframe")).toBeVisible();
}

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules that look at colours, and so can find something else in the dark. */
const colourRules = ["color-contrast", "link-in-text-block"];

/** No rule of WCAG 2.2 AA that a machine can check is broken, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  // While one page follows another there is a moment without a title.
  await expect(page).toHaveTitle(/\S/);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
    const found = await page.evaluate(
      async (runOnly) => {
        const { violations } = await window.axe.run(
          { exclude: ["iframe"] },
          { resultTypes: ["violations"], runOnly },
        );
        return violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`,
        );
      },
      colorScheme === "light" ? rules : colourRules,
    );
    expect(found, `${page.url()} in ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

/**
 * Clicks a button until what it leads to is shown: before the page's scripts run, a click can be lost. A slow answer is
 * waited for, since the button may be gone with it.
 */
export async function clickUntilShown(button: Locator, shown: Locator): Promise<void> {
  await expect(async () => {
    if (!(await shown.isVisible())) await button.click({ timeout: 1000 });
    await expect(shown).toBeVisible({ timeout: 3000 });
  }).toPass();
}
