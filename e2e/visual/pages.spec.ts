import type { Page } from "@playwright/test";
import { and, asc, eq, inArray } from "drizzle-orm";
import { cases, devices, users } from "../../db/schema";
import { expect, type Owner, test } from "../portal";

const languages = ["en", "de"] as const;
const widths = [390, 1440] as const;
const schemes = ["light", "dark"] as const;

const admin = "admin@demo.example";
const customer = "user@demo.example";
const password = "wattdesk-demo-2026";

/** Records of the demo that are the same in every installation, and a case, of which the demo's data has none. */
async function findRecords({ tables }: Owner) {
  const one = async (rows: PromiseLike<{ id: string }[]>) => (await rows)[0]?.id ?? "";
  const ofDemo = await one(
    tables.select({ id: users.organizationId }).from(users).where(eq(users.email, admin)),
  );
  const endUser = await one(
    tables
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.organizationId, ofDemo), eq(users.externalUserId, "K-100016"))),
  );
  const agent = await one(
    tables.select({ id: users.id }).from(users).where(eq(users.email, "staff@demo.example")),
  );
  const device = await one(
    tables
      .select({ id: devices.id })
      .from(devices)
      .where(
        and(
          eq(devices.organizationId, ofDemo),
          eq(devices.kind, "heat_pump"),
          eq(devices.connectionState, "disconnected"),
        ),
      )
      .orderBy(asc(devices.externalDeviceId))
      .limit(1),
  );
  const openCase = await one(
    tables
      .insert(cases)
      .values({
        organizationId: ofDemo,
        id: "01900000-0000-7000-8000-0000000000ca",
        number: 1,
        subject: "Heat pump runs at night although prices are high",
        priority: "high",
        userId: endUser,
        assigneeId: agent,
        createdByName: "Clara Hofstätter",
      })
      .onConflictDoUpdate({ target: [cases.organizationId, cases.id], set: { number: 1 } })
      .returning({ id: cases.id }),
  );
  return { endUser, agent, device, openCase };
}

type Records = Awaited<ReturnType<typeof findRecords>>;

const pages: Record<string, (records: Records) => string> = {
  home: () => "/dashboard",
  fleet: () => "/fleet",
  support: () => "/support?search=zimmermann",
  cases: () => "/cases",
  case: ({ openCase }) => `/cases/${openCase}`,
  customers: () => "/users",
  customer: ({ endUser }) => `/users/${endUser}`,
  "customer-edit": ({ endUser }) => `/users/${endUser}/edit`,
  buildings: () => "/buildings",
  devices: () => "/devices",
  device: ({ device }) => `/devices/${device}`,
  "device-settings": ({ device }) => `/devices/${device}/settings`,
  "device-connection": ({ device }) => `/devices/${device}/connection`,
  import: () => "/imports/new",
  team: () => "/team",
  invite: () => "/team/invite",
  offboarding: ({ agent }) => `/team/${agent}/departure`,
  "audit-log": () => "/audit-log",
  settings: () => "/settings",
};

/** Takes or compares the pictures of a page in all widths and schemes. */
async function comparePictures(page: Page, name: string, language: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await expect(page).toHaveScreenshot(`${name}-${language}-${width}-${colorScheme}.png`, {
        stylePath: "e2e/visual/hide-what-changes.css",
        maxDiffPixelRatio: 0.01,
      });
    }
  }
}

test.describe.configure({ mode: "serial" });

for (const language of languages) {
  test(`the pages look as they did, in ${language}`, async ({ browser, owner }) => {
    test.setTimeout(900_000);
    await owner.tables
      .update(users)
      .set({ language })
      .where(inArray(users.email, [admin, customer]));
    const context = await browser.newContext({
      locale: language === "de" ? "de-AT" : "en-GB",
      // Our policy would refuse the style sheet that hides what changes.
      bypassCSP: true,
    });
    const page = await context.newPage();
    await page.goto("/accounts/login");
    await comparePictures(page, "login", language);
    await page.setViewportSize({ width: 1440, height: 900 });
    await logInAs(page, admin);
    const records = await findRecords(owner);
    for (const [name, addressOf] of Object.entries(pages)) {
      await page.goto(addressOf(records), { waitUntil: "load" });
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await comparePictures(page, name, language);
    }
    await context.clearCookies();
    await logInAs(page, customer);
    await comparePictures(page, "own-page", language);
    await context.close();
  });
}

/** The labels of the log-in page are in the language of the browser. */
async function logInAs(page: Page, email: string): Promise<void> {
  await page.goto("/accounts/login");
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.locator("input[name=password]").press("Enter");
  await expect(page).not.toHaveURL(/accounts\/login/);
}
