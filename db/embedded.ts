import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { locateBinaries } from "./embedded-binaries";
import { isRunning, isServerProcess, serviceAccount, settleDirectory } from "./embedded-host";

export type EmbeddedPostgres = {
  /** Connects as the owner of everything in the server. */
  url: (database: string) => string;
  dropDatabase: (name: string) => Promise<void>;
  stop: () => Promise<void>;
};

const superuser = "wattdesk_owner";

/**
 * Starts the PostgreSQL that ships in a package, on a free loopback port.
 *
 * It stops with the process that started it, however that ends. A server that was left behind is
 * stopped and its data taken over.
 *
 * @param wanted the folder for the data; moved to a readable place when running as root below a
 *   private folder, since PostgreSQL refuses to run as root
 * @param options.durable false switches crash safety off, for tests
 * @throws Error when another process is using the same folder, or PostgreSQL does not come up
 */
export async function startEmbeddedPostgres(
  wanted: string,
  options: { durable: boolean } = { durable: true },
): Promise<EmbeddedPostgres> {
  const account = serviceAccount();
  const directory = settleDirectory(wanted, account);
  mkdirSync(directory, { recursive: true });
  if (account) chownSync(directory, account.uid, account.gid);

  const binaries = locateBinaries(directory, account);
  const dataDirectory = path.join(directory, "data");
  await recoverFromEarlierRun(directory, dataDirectory);

  const password = initialise({ directory, dataDirectory, initdb: binaries.initdb, account });
  const port = await freePort();
  const logFile = path.join(directory, "postgres.log");
  writeFileSync(logFile, "");

  const guard = spawn(
    process.execPath,
    [
      fileURLToPath(new URL("embedded-guard.mjs", import.meta.url)),
      JSON.stringify({
        binary: binaries.postgres,
        dataDirectory,
        logFile,
        account,
        settings: serverSettings(port, options.durable),
      }),
    ],
    { detached: true, stdio: ["pipe", "ignore", "inherit"] },
  );
  const ended = new Promise<void>((resolve) => guard.once("exit", () => resolve()));
  writeFileSync(path.join(directory, "guard.pid"), String(guard.pid));

  const url = (database: string) =>
    `postgres://${superuser}:${password}@127.0.0.1:${port}/${database}`;
  await waitUntilReady(url("postgres"), () => guard.exitCode !== null, logFile);

  return {
    url,
    dropDatabase: (name) =>
      asOwner(url, async (connection) => {
        await connection`drop database if exists ${connection(name)} with (force)`;
      }),
    stop: async () => {
      guard.stdin.end();
      await ended;
    },
  };
}

/** Creates a database when it is missing; says whether it did. */
export async function ensureDatabase(server: EmbeddedPostgres, name: string): Promise<boolean> {
  return asOwner(server.url, async (connection) => {
    const found = await connection`select 1 from pg_database where datname = ${name}`;
    if (found.length > 0) return false;
    await connection`create database ${connection(name)}`;
    return true;
  });
}

async function asOwner<Result>(
  url: (database: string) => string,
  run: (connection: postgres.Sql) => Promise<Result>,
): Promise<Result> {
  const connection = postgres(url("postgres"), { max: 1, onnotice: () => {} });
  try {
    return await run(connection);
  } finally {
    await connection.end();
  }
}

async function recoverFromEarlierRun(directory: string, dataDirectory: string): Promise<void> {
  const guardPid = readPid(path.join(directory, "guard.pid"));
  const serverPid = readPid(path.join(dataDirectory, "postmaster.pid"));
  if (serverPid === undefined || !isServerProcess(serverPid)) {
    rmSync(path.join(dataDirectory, "postmaster.pid"), { force: true });
    return;
  }
  // A guard whose parent has just died is still shutting its server down.
  for (let tries = 0; tries < 50 && isServerProcess(serverPid); tries++) {
    if (guardPid === undefined || !isRunning(guardPid)) process.kill(serverPid, "SIGINT");
    await sleep(100);
  }
  if (isServerProcess(serverPid)) {
    throw new Error(
      `The embedded PostgreSQL in ${directory} is already in use (process ${serverPid}). Stop the other Wattdesk first.`,
    );
  }
}

function readPid(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

function initialise(options: {
  directory: string;
  dataDirectory: string;
  initdb: string;
  account: { uid: number; gid: number } | undefined;
}): string {
  const passwordFile = path.join(options.directory, "password");
  if (existsSync(path.join(options.dataDirectory, "PG_VERSION")) && existsSync(passwordFile)) {
    return readFileSync(passwordFile, "utf8");
  }
  rmSync(options.dataDirectory, { recursive: true, force: true });
  const password = randomBytes(24).toString("base64url");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  chmodSync(passwordFile, 0o600);
  if (options.account) chownSync(passwordFile, options.account.uid, options.account.gid);

  const result = spawnSync(
    options.initdb,
    [
      `--pgdata=${options.dataDirectory}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
    ],
    {
      encoding: "utf8",
      cwd: options.directory,
      ...(options.account ? { uid: options.account.uid, gid: options.account.gid } : {}),
    },
  );
  if (result.error ?? result.status !== 0) {
    throw new Error(
      `PostgreSQL could not be initialised in ${options.directory}: ${result.error?.message ?? result.stderr}`,
    );
  }
  return password;
}

function serverSettings(port: number, durable: boolean): string[] {
  return [
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    "unix_socket_directories=",
    "max_connections=120",
    "shared_buffers=256MB",
    "log_min_messages=warning",
    ...(durable ? [] : ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]),
  ];
}

async function waitUntilReady(url: string, hasEnded: () => boolean, logFile: string) {
  for (let tries = 0; tries < 300; tries++) {
    if (hasEnded()) break;
    const connection = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
    try {
      await connection`select 1`;
      return;
    } catch {
      await sleep(50);
    } finally {
      await connection.end({ timeout: 1 });
    }
  }
  throw new Error(`PostgreSQL did not start. Its log says:\n${readFileSync(logFile, "utf8")}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address
          ? resolve(address.port)
          : reject(new Error("No free port was found.")),
      );
    });
  });
}
