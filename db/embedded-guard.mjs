// Runs PostgreSQL for as long as its parent lives: the parent holds the other end of standard input,
// and the end of the parent closes it, after kill -9 too.
import { spawn } from "node:child_process";
import { openSync } from "node:fs";

const { binary, dataDirectory, logFile, settings, account } = JSON.parse(process.argv[2]);

const log = openSync(logFile, "a");
const server = spawn(binary, ["-D", dataDirectory, ...settings.flatMap((s) => ["-c", s])], {
  stdio: ["ignore", log, log],
  cwd: dataDirectory,
  ...(account ? { uid: account.uid, gid: account.gid } : {}),
});

server.on("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
server.on("exit", (code) => process.exit(code ?? 1));

// SIGINT is PostgreSQL's fast shutdown: sessions end, data is flushed.
const stop = () => server.kill("SIGINT");
process.stdin.on("end", stop).on("error", stop).resume();
process.on("SIGTERM", stop).on("SIGINT", stop);
