import { defineConfig, devices } from "@playwright/test";

/**
 * Run by `npm test`, `npm run test:visual`, `npm run count:interactions` and `npm run measure:web-vitals`, which start
 * the portal and name it, its database and a Chromium here.
 */
export default defineConfig({
  testDir: "e2e",
  tsconfig: "tsconfig.scripts.json",
  outputDir: ".wattdesk/test/playwright",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  // A journey looks at a dozen pages with axe; two cores carry browser, server and database.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [["line"], ["json", { outputFile: process.env.E2E_REPORT }]],
  projects: [
    { name: "requests", testMatch: "permissions.spec.ts" },
    { name: "journeys", testIgnore: ["permissions.spec.ts", "measured/**", "visual/**"] },
    { name: "interactions", testMatch: "measured/interactions.spec.ts" },
    { name: "web-vitals", testMatch: "measured/web-vitals.spec.ts" },
    {
      name: "visual",
      testMatch: "visual/*.spec.ts",
      snapshotPathTemplate: "{testDir}/visual/pictures/{arg}{ext}",
    },
  ],
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1440, height: 900 },
    baseURL: process.env.E2E_BASE_URL ?? "http://localhost:3000",
    locale: "en-GB",
    trace: "off",
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
