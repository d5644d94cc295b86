import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { findFreePort } from "../commands/ports";

/**
 * Starts PgBouncer in transaction mode before a server. `program` is PgBouncer's own; `lines` are lines for its
 * file besides those that docs/operations.md names.
 */
export async function startPooler(program: string, serverPort: number, lines: string[]) {
  const port = await findFreePort(6400);
  const folder = mkdtempSync(path.join(tmpdir(), "wattdesk-pgbouncer-"));
  chmodSync(folder, 0o755);
  const users = path.join(folder, "users.txt");
  writeFileSync(users, '"postgres" ""\n', { mode: 0o644 });
  const file = path.join(folder, "pgbouncer.ini");
  writeFileSync(
    file,
    `[databases]
wattdesk = host=127.0.0.1 port=${serverPort} dbname=wattdesk user=postgres
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
auth_file = ${users}
pool_mode = transaction
default_pool_size = 5
max_client_conn = 200
${lines.join("\n")}
`,
    { mode: 0o644 },
  );
  const pooler = spawn("runuser", ["-u", "postgres", "--", program, file], {
    stdio: "ignore",
  });
  const url = `postgres://postgres@127.0.0.1:${port}/wattdesk`;
  for (let tries = 0; tries < 50; tries++) {
    const connection = postgres(url, {
      max: 1,
      prepare: false,
      fetch_types: false,
      connect_timeout: 1,
    });
    try {
      await connection`select 1`;
      return { url, stop: () => pooler.kill("SIGTERM") };
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    } finally {
      await connection.end();
    }
  }
  throw new Error("PgBouncer does not answer.");
}
