import { type ChildProcess, fork, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import path from "node:path";
import { buildIfNeeded } from "../commands/build";
import { keptSecrets, projectFolder, stateFolder } from "../commands/configuration";
import { demoSeller } from "../commands/demo-seller";
import { findFreePort } from "../commands/ports";

type Options = {
  /** What to run, from the project's folder: a program, or the command itself. */
  program: "server.ts" | "commands/start.ts" | "npm start" | "npm run worker";
  /** Where its files lie. */
  folder: string;
  databaseUrl: string;
  settings?: Record<string, string>;
};

/** A folder for the files of one portal. */
export const makePortalFolder = () => mkdtempSync(path.join(stateFolder("test"), "portal-"));

/** Runs a program of the built portal in the mode of the demo. Its output is kept and not shown. */
export async function runBuiltPortal({ program, folder, databaseUrl, settings = {} }: Options) {
  buildIfNeeded();
  const port = await findFreePort(3400);
  const baseUrl = `http://localhost:${port}`;
  const mailbox = path.join(folder, "mailbox");
  const secrets = { ...keptSecrets(folder), ...secretsOfTest() };
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    TSX_TSCONFIG_PATH: "tsconfig.scripts.json",
    WATTDESK_MODE: "demo",
    DATABASE_URL: databaseUrl,
    BASE_URL: baseUrl,
    PORT: String(port),
    MAILBOX_DIRECTORY: mailbox,
    NEXT_TELEMETRY_DISABLED: "1",
    ...secrets,
    ...demoSeller,
    ...settings,
  };
  const child = program.startsWith("npm ")
    ? spawn("npm", program.split(" ").slice(1), { cwd: projectFolder, env, stdio: "pipe" })
    : fork(path.join(projectFolder, program), {
        cwd: projectFolder,
        execArgv: ["--import", "tsx"],
        silent: true,
        env,
      });
  return {
    child,
    baseUrl,
    port,
    mailbox,
    output: outputOf(child),
  };
}

/** @returns what tells everything that a process has written so far */
function outputOf(child: ChildProcess): () => string {
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => output.push(text));
  }
  return () => output.join("");
}

/**
 * A test that reads or writes what is encrypted has the secrets of the test's process, and so has the portal of one that
 * has started the sandbox's manufacturers.
 */
function secretsOfTest() {
  const { AUTH_SECRET, ENCRYPTION_KEY, AUDIT_SIGNING_KEY } = process.env;
  const { SANDBOX_MANUFACTURER_CLIENT_SECRET, SANDBOX_MANUFACTURER_WEBHOOK_SECRET } = process.env;
  return {
    ...(AUTH_SECRET &&
      ENCRYPTION_KEY &&
      AUDIT_SIGNING_KEY && { AUTH_SECRET, ENCRYPTION_KEY, AUDIT_SIGNING_KEY }),
    ...(SANDBOX_MANUFACTURER_CLIENT_SECRET && { SANDBOX_MANUFACTURER_CLIENT_SECRET }),
    ...(SANDBOX_MANUFACTURER_WEBHOOK_SECRET && { SANDBOX_MANUFACTURER_WEBHOOK_SECRET }),
  };
}
