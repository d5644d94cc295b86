import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { ensureDatabase, startEmbeddedPostgres } from "../db/embedded";
import { migrateDatabase } from "../db/migrate";
import { seedDemo } from "../db/seed/seed-demo";
import { hashPassword } from "../lib/identity/auth/password-hash";
import { startStripeStandIn } from "../testing/stripe-stand-in";
import { buildIfNeeded } from "./build";
import { startProgram, stopProgram } from "./children";
import { findOrInstallChromium } from "./chromium";
import { keptSecrets, projectFolder, stateFolder } from "./configuration";
import { seedDemoBilling } from "./demo-billing";
import { demoSeller } from "./demo-seller";
import { findFreePort } from "./ports";
import { startSandboxManufacturer } from "./sandbox-manufacturer";

/** Played by `npm test`; the others by the commands that are about them. */
const testProjects = ["requests", "journeys"] as const;
type Project = (typeof testProjects)[number] | "interactions" | "web-vitals" | "visual";

const endToEndReport = (project: Project) =>
  path.join(stateFolder("test"), `end-to-end-${project}.json`);

/** Where the last run's reports lie. */
export const endToEndReports = (): string[] => testProjects.map(endToEndReport);

/**
 * Builds the portal, runs it with a fresh database of demo data, and plays the end-to-end tests
 * against it in Chromium.
 * @param parameters handed to Playwright
 * @param projects what is played, one after another
 * @returns Playwright's exit code
 */
export async function runEndToEndTests(
  parameters: string[],
  projects: readonly Project[] = testProjects,
): Promise<number> {
  for (const report of endToEndReports()) rmSync(report, { force: true });
  const chromiumPath = findOrInstallChromium();
  buildIfNeeded();
  const folder = mkdtempSync(path.join(stateFolder("test"), "end-to-end-"));
  const server = await startEmbeddedPostgres(path.join(folder, "postgres"), { durable: false });
  const stops: (() => Promise<void>)[] = [server.stop];
  try {
    await ensureDatabase(server, "wattdesk");
    const databaseUrl = server.url("wattdesk");
    await migrateDatabase(databaseUrl);
    await seedDemo(databaseUrl, await hashPassword("wattdesk-demo-2026"));
    await seedDemoBilling(databaseUrl);
    const port = await findFreePort(3100);
    const stripe = await startStripeStandIn(
      () => `http://localhost:${port}/api/billing/card-payments`,
    );
    stops.push(stripe.stop);
    const secrets = keptSecrets(folder);
    const manufacturers = await startSandboxManufacturer({
      baseUrl: `http://localhost:${port}`,
      secrets,
    });
    stops.push(manufacturers.stop);
    const variables = {
      NODE_ENV: "production",
      WATTDESK_MODE: "demo",
      DATABASE_URL: databaseUrl,
      BASE_URL: `http://localhost:${port}`,
      PORT: String(port),
      MAILBOX_DIRECTORY: path.join(folder, "mailbox"),
      NEXT_TELEMETRY_DISABLED: "1",
      LOG_LEVEL: "error",
      ...secrets,
      ...manufacturers.variables,
      ...demoSeller,
      ...stripe.variables,
      ALLOW_PRIVATE_WEBHOOKS: "true",
      ALLOW_INSECURE_WEBHOOKS: "true",
      // Nobody answers there: no test asks anybody outside.
      ENODE_API_URL: "http://localhost:9",
      ENODE_LOGIN_URL: "http://localhost:9",
    } as const;
    const start = async (file: string) => {
      const child = await startProgram(file, variables);
      stops.push(() => stopProgram(child));
    };
    const { NODE_ENV, PORT, ...shared } = variables;
    const playAll = (project: Project) =>
      play(project, parameters, {
        ...shared,
        E2E_BASE_URL: variables.BASE_URL,
        E2E_DATABASE_URL: databaseUrl,
        CHROMIUM_PATH: chromiumPath,
        TSX_TSCONFIG_PATH: undefined,
      });
    await start("server.ts");
    let code = 0;
    for (const project of projects) {
      // The others look at what a request changed or at pages that stay the same, so that nothing else may change then.
      if (project === "journeys") await start("worker.ts");
      code = Math.max(code, await playAll(project));
    }
    return code;
  } finally {
    for (const stop of stops.reverse()) await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function play(
  project: Project,
  parameters: string[],
  variables: Record<string, string | undefined>,
): Promise<number> {
  const playwright = spawn(
    process.execPath,
    [
      path.join(projectFolder, "node_modules/@playwright/test/cli.js"),
      "test",
      `--project=${project}`,
      "--pass-with-no-tests",
      ...parameters,
    ],
    {
      cwd: projectFolder,
      stdio: "inherit",
      env: { ...process.env, ...variables, E2E_REPORT: endToEndReport(project) },
    },
  );
  return new Promise((resolve) => playwright.once("exit", (code) => resolve(code ?? 1)));
}
