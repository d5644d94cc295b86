import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { encode } from "next-auth/jwt";
import { buildIfNeeded } from "../commands/build";
import { stopProgram } from "../commands/children";
import { keptSecrets, projectFolder, stateFolder } from "../commands/configuration";
import { demoSeller } from "../commands/demo-seller";
import { findFreePort } from "../commands/ports";
import { ensureDatabase, startEmbeddedPostgres } from "../db/embedded";
import { migrateDatabase } from "../db/migrate";
import type { TestPerson } from "./organization";

const cookieName = "__Host-wattdesk-session";

export type RunningPortal = Awaited<ReturnType<typeof startPortal>>;

/** The built portal on an empty database of its own. Its output is kept and not shown. */
export async function startPortal(settings: Record<string, string> = {}) {
  buildIfNeeded();
  const folder = mkdtempSync(path.join(stateFolder("test"), "portal-"));
  const server = await startEmbeddedPostgres(path.join(folder, "postgres"), { durable: false });
  await ensureDatabase(server, "wattdesk");
  const databaseUrl = server.url("wattdesk");
  await migrateDatabase(databaseUrl);
  const port = await findFreePort(3400);
  const secrets = keptSecrets(folder);
  const child = fork(path.join(projectFolder, "server.ts"), {
    cwd: projectFolder,
    execArgv: ["--import", "tsx"],
    silent: true,
    env: {
      ...process.env,
      NODE_ENV: "production",
      TSX_TSCONFIG_PATH: "tsconfig.scripts.json",
      WATTDESK_MODE: "demo",
      DATABASE_URL: databaseUrl,
      BASE_URL: `http://localhost:${port}`,
      PORT: String(port),
      MAILBOX_DIRECTORY: path.join(folder, "mailbox"),
      NEXT_TELEMETRY_DISABLED: "1",
      ...secrets,
      ...demoSeller,
      ...settings,
    },
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => output.push(text));
  }
  await started(child, output);
  return {
    baseUrl: `http://localhost:${port}`,
    port,
    databaseUrl,
    /** What the portal has written to its output so far. */
    output: () => output.join(""),
    /** The login cookie of a person, as the portal itself would have set it. */
    async cookieOf({ organizationId, id, sessionId }: TestPerson): Promise<string> {
      const value = await encode({
        token: { organizationId, userId: id, sessionId },
        secret: secrets.AUTH_SECRET,
        salt: cookieName,
      });
      return `${cookieName}=${value}`;
    },
    async stop() {
      await stopProgram(child);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function started(child: ChildProcess, output: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", () => reject(new Error(`The portal did not start.\n${output.join("")}`)));
  });
}
