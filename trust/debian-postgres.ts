import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findFreePort } from "../commands/ports";

/** The folder of the server's and its tools' programs. */
export const postgresPrograms = "/usr/lib/postgresql/15/bin";

export type DebianPostgres = {
  port: number;
  /** Connects as the superuser, or as another login. */
  url: (database: string, user?: string) => string;
  start: () => void;
  /** Stops in order, ending every session ("fast"), or without a word ("immediate", as a crash does). */
  stop: (mode: "fast" | "immediate") => void;
  /** The process id of the postmaster. */
  pid: () => number;
  /** Stops the server and deletes its data. */
  remove: () => void;
};

/** Makes and starts a server of Debian's PostgreSQL 15 on a free loopback port, with its own data. */
export async function startDebianPostgres(): Promise<DebianPostgres> {
  const folder = mkdtempSync(path.join(tmpdir(), "wattdesk-postgres-"));
  chmodSync(folder, 0o777);
  const data = path.join(folder, "data");
  const log = path.join(folder, "log");
  const port = await findFreePort(5600);
  asPostgres([
    `${postgresPrograms}/initdb`,
    "-D",
    data,
    "-U",
    "postgres",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
  ]);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c max_connections=200 -c fsync=off`;
  const start = () =>
    asPostgres([`${postgresPrograms}/pg_ctl`, "-D", data, "-l", log, "-w", "-o", options, "start"]);
  const stop = (mode: "fast" | "immediate") =>
    asPostgres([`${postgresPrograms}/pg_ctl`, "-D", data, "-m", mode, "-w", "stop"]);
  start();
  return {
    port,
    url: (database, user = "postgres") => `postgres://${user}@127.0.0.1:${port}/${database}`,
    start,
    stop,
    pid: () => Number.parseInt(readFileSync(path.join(data, "postmaster.pid"), "utf8"), 10),
    remove: () => {
      stop("immediate");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function asPostgres(command: string[]): void {
  const result = spawnSync("runuser", ["-u", "postgres", "--", ...command], {
    encoding: "utf8",
    cwd: "/",
    // A pipe that the server inherits would never close.
    stdio: "ignore",
  });
  if (result.status !== 0) throw new Error(`${command[0]} ended with ${result.status}.`);
}
