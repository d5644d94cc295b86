import { spawn } from "node:child_process";
import type postgres from "postgres";
import { openConnection } from "../db/open-connection";
import { requireDatabaseUrl } from "./database-url";

type Tool = "pg_dump" | "pg_restore";

/**
 * Checks that a tool of PostgreSQL is there and not older than the server.
 * @throws Error that says what to install
 */
export async function requireTool(tool: Tool, connection: postgres.Sql): Promise<void> {
  const { code, output } = await run(tool, ["--version"], process.env);
  if (code !== 0) {
    throw new Error(`${tool} is not on the PATH: install PostgreSQL's client (postgresql-client).`);
  }
  const version = Number(/\) (\d+)/.exec(output)?.[1]);
  const [row] = await connection<{ version: number }[]>`
    select current_setting('server_version_num')::int / 10000 as version`;
  if (row && version < row.version) {
    throw new Error(
      `${tool} is of version ${version} and the server of ${row.version}: install postgresql-client-${row.version}.`,
    );
  }
}

/**
 * Runs a tool of PostgreSQL on the database of an address.
 * @returns what it wrote on standard output
 * @throws Error with what it says when it fails
 */
export async function runTool(tool: Tool, parameters: string[], url: string): Promise<string> {
  const { code, output, complaints } = await run(tool, parameters, connectionVariables(url));
  if (code !== 0) throw new Error(`${tool} failed.\n${complaints.trim()}`);
  return output;
}

/** In the environment and not among the parameters, which every user of the machine can read. */
function connectionVariables(address: string): NodeJS.ProcessEnv {
  const url = new URL(address);
  const given = {
    PGHOST: url.searchParams.get("host") ?? url.hostname.replace(/^\[|\]$/g, ""),
    PGPORT: url.port,
    PGUSER: decodeURIComponent(url.username),
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: decodeURIComponent(url.pathname.slice(1)),
    PGSSLMODE: url.searchParams.get("sslmode") ?? "",
    // libpq does not know Node's certificates.
    PGSSLROOTCERT: process.env.PGSSLROOTCERT ?? process.env.NODE_EXTRA_CA_CERTS ?? "",
  };
  const present = Object.entries(given).filter(([, value]) => value !== "");
  return { ...process.env, ...Object.fromEntries(present) };
}

function run(
  tool: Tool,
  parameters: string[],
  variables: NodeJS.ProcessEnv,
): Promise<{ code: number | null; output: string; complaints: string }> {
  const child = spawn(tool, parameters, { env: variables, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let complaints = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    complaints += chunk;
  });
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: null, output, complaints: error.message }));
    child.once("close", (code) => resolve({ code, output, complaints }));
  });
}

/** Runs something on one connection, which is closed afterwards. */
export async function withConnection<Result>(
  url: string,
  act: (connection: postgres.Sql) => Promise<Result>,
): Promise<Result> {
  const connection = openConnection(url);
  try {
    return await act(connection);
  } finally {
    await connection.end({ timeout: 5 });
  }
}

/** @returns the file named on the command line, and the address of the first variable that is set */
export function readParameters(variables: string[], usage: string): { file: string; url: string } {
  const [file] = process.argv.slice(2);
  if (!file) throw new Error(usage);
  return { file, url: requireDatabaseUrl(variables) };
}
