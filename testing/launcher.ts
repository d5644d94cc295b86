import { fork } from "node:child_process";
import path from "node:path";

// Starts the stoppable server and names its process, so that a test can kill its parent.
const child = fork(path.resolve("testing/stoppable-server.ts"), {
  execArgv: ["--import", "tsx"],
  detached: true,
});
if (process.env.NEVER_READY === "true") process.send?.(child.pid);
else child.once("message", () => process.send?.(child.pid));
