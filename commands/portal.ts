import { rmSync } from "node:fs";
import path from "node:path";
import { ensureDatabase, startEmbeddedPostgres } from "../db/embedded";
import { migrateDatabase } from "../db/migrate";
import { seedDemo } from "../db/seed/seed-demo";
import { assertPresent } from "../lib/core/assert-present";
import { addressOfSlug } from "../lib/core/organizations/organization-host";
import { hashPassword } from "../lib/identity/auth/password-hash";
import { buildIfNeeded } from "./build";
import { forkProgram, startProgram } from "./children";
import { keptSecrets, projectFolder, stateFolder } from "./configuration";
import { seedDemoBilling } from "./demo-billing";
import { seedDemoHistory } from "./demo-history";
import { seedDemoManufacturers } from "./demo-manufacturers";
import { demoSeller } from "./demo-seller";
import { watchParent } from "./parent";
import { findFreePort } from "./ports";
import { startSandboxManufacturer } from "./sandbox-manufacturer";
import { supervise } from "./supervise";

const demoPassword = "wattdesk-demo-2026";
const databaseName = "wattdesk";

export type PortalOptions = { mode: "demo" | "development"; reset: boolean };

/**
 * Runs the whole portal: database (embedded unless DATABASE_URL is set), migrations, demo data, web
 * server and worker, which are started again should they end. Stops everything in order on Ctrl-C.
 */
export async function runPortal({ mode, reset }: PortalOptions): Promise<void> {
  const folder = stateFolder("embedded");
  const mailbox = path.join(folder, "mailbox");
  if (reset && process.env.DATABASE_URL) {
    throw new Error("--reset is for the embedded database; yours (DATABASE_URL) is left alone.");
  }
  const server = process.env.DATABASE_URL
    ? undefined
    : await startEmbeddedPostgres(path.join(folder, "postgres"));
  const stops: (() => Promise<void>)[] = server ? [server.stop] : [];
  const stopAll = async () => {
    for (const stop of stops.reverse().splice(0)) await stop();
  };
  try {
    if (server && reset) {
      await server.dropDatabase(databaseName);
      rmSync(mailbox, { recursive: true, force: true });
    }
    if (server) await ensureDatabase(server, databaseName);
    const ownerUrl = server
      ? server.url(databaseName)
      : assertPresent(process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL, "DATABASE_URL");
    await migrateDatabase(ownerUrl);
    const isNew = await seedDemo(ownerUrl, await hashPassword(demoPassword));
    if (isNew) {
      await seedDemoBilling(ownerUrl);
      await seedDemoHistory(ownerUrl);
    }
    if (isNew) rmSync(path.join(folder, "manufacturers.json"), { force: true });
    if (isNew) console.log("Filled the database with demo data.");
    if (mode === "demo") buildIfNeeded();

    const wanted = Number(process.env.PORT ?? 3000);
    const port = await findFreePort(wanted);
    if (port !== wanted) console.log(`Port ${wanted} is in use; taking ${port} instead.`);
    const baseUrl = `http://localhost:${port}`;
    const secrets = keptSecrets(folder);
    const manufacturers = await startSandboxManufacturer({ baseUrl, secrets, folder });
    stops.push(manufacturers.stop);
    if (isNew) {
      await seedDemoManufacturers({
        databaseUrl: ownerUrl,
        manufacturerUrl: manufacturers.variables.SANDBOX_MANUFACTURER_URL,
        baseUrl,
        encryptionKey: secrets.ENCRYPTION_KEY,
      });
    }
    const variables = {
      NODE_ENV: mode === "demo" ? "production" : "development",
      WATTDESK_MODE: mode,
      DATABASE_URL: process.env.DATABASE_URL ?? ownerUrl,
      BASE_URL: baseUrl,
      PORT: String(port),
      MAILBOX_DIRECTORY: mailbox,
      NEXT_TELEMETRY_DISABLED: "1",
      LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
      ...secrets,
      ...manufacturers.variables,
      ...demoSeller,
      SIMULATED_ORGANIZATIONS: process.env.SIMULATED_ORGANIZATIONS ?? "all",
      DAY_AHEAD_PRICES: process.env.DAY_AHEAD_PRICES ?? "simulated",
    } as const;
    if (isNew) await startProgram("commands/play-demo-week.ts", variables);
    for (const file of ["worker.ts", "server.ts"]) {
      const program = supervise(file, () => forkProgram(file, variables));
      stops.push(() => program.stop());
      await program.ready;
    }
    announce(baseUrl, manufacturers.variables.SANDBOX_MANUFACTURER_URL);
    await new Promise<void>((resolve) => {
      watchParent(resolve);
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
        process.once(signal, () => resolve());
      }
    });
    console.log("\nStopping …");
  } finally {
    await stopAll();
  }
}

function announce(baseUrl: string, manufacturerUrl: string): void {
  console.log(`
  Wattdesk runs at ${baseUrl}

    admin   admin@demo.example
    staff   staff@demo.example
    user    user@demo.example
    password for all: ${demoPassword}

  Each environment has its own address, too:
    production  ${addressOfSlug("alpenstrom", baseUrl)}
    sandbox     ${addressOfSlug("alpenstrom-sandbox", baseUrl)}

  What devices' manufacturers do is decided at ${manufacturerUrl}/control
  Mail that it sends is readable at ${baseUrl}/mailbox
  Ctrl-C stops it; the data in ${path.relative(projectFolder, stateFolder("embedded"))} stays.
`);
}
