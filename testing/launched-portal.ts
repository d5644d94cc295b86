import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { encode } from "next-auth/jwt";
import { buildIfNeeded } from "../commands/build";
import { stopProgram } from "../commands/children";
import { keptSecrets, projectFolder, stateFolder } from "../commands/configuration";
import { demoSeller } from "../commands/demo-seller";
import { findFreePort } from "../commands/ports";
import type { TestPerson } from "./organization";

const cookieName = "__Host-wattdesk-session";

export type LaunchedPortal = Awaited<ReturnType<typeof launchPortal>>;

/** The built portal with its worker, as `npm start` runs it, on a database that is there already. */
export async function launchPortal(databaseUrl: string) {
  buildIfNeeded();
  const folder = mkdtempSync(path.join(stateFolder("test"), "launched-"));
  const port = await findFreePort(3500);
  const secrets = { ...keptSecrets(folder), ...secretsOfTest() };
  const launcher = fork(path.join(projectFolder, "commands/start.ts"), {
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
      LOG_LEVEL: "warn",
      ALLOW_PRIVATE_WEBHOOKS: "true",
      ...secrets,
      ...demoSeller,
    },
  });
  const output: string[] = [];
  for (const stream of [launcher.stdout, launcher.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => output.push(text));
  }
  const baseUrl = `http://localhost:${port}`;
  await untilAnswering(`${baseUrl}/readyz`, output);
  return {
    baseUrl,
    mailbox: path.join(folder, "mailbox"),
    output: () => output.join(""),
    /** The processes that the launcher runs, by their programs. */
    processes: () => ({
      web: childOf(launcher, "server.ts"),
      worker: childOf(launcher, "worker.ts"),
    }),
    async cookieOf({ organizationId, id, sessionId }: TestPerson): Promise<string> {
      const value = await encode({
        token: { organizationId, userId: id, sessionId },
        secret: secrets.AUTH_SECRET,
        salt: cookieName,
      });
      return `${cookieName}=${value}`;
    },
    async stop() {
      await stopProgram(launcher);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A test that reads or writes what is encrypted has the secrets of its own process. */
function secretsOfTest() {
  const { AUTH_SECRET, ENCRYPTION_KEY, AUDIT_SIGNING_KEY } = process.env;
  return AUTH_SECRET && ENCRYPTION_KEY && AUDIT_SIGNING_KEY
    ? { AUTH_SECRET, ENCRYPTION_KEY, AUDIT_SIGNING_KEY }
    : {};
}

/** @returns undefined while it is not running */
function childOf(launcher: ChildProcess, program: string): number | undefined {
  const rows = execFileSync("ps", ["-e", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  for (const row of rows.split("\n")) {
    const [pid, parent, ...args] = row.trim().split(/\s+/);
    if (Number(parent) === launcher.pid && args.join(" ").endsWith(program)) return Number(pid);
  }
  return undefined;
}

async function untilAnswering(url: string, output: string[]): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.status === 200) return;
    await sleep(100);
  }
  throw new Error(`The portal did not start.\n${output.join("")}`);
}
