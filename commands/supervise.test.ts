import { fork } from "node:child_process";
import path from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { pauseBeforeRestart, type Supervised, supervise } from "./supervise";

let supervised: Supervised | undefined;
afterEach(() => supervised?.stop());

const launched: number[] = [];
function launch(file: string) {
  const child = fork(path.resolve("testing", file), {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, TSX_TSCONFIG_PATH: "tsconfig.scripts.json" },
    silent: true,
  });
  launched.push(child.pid ?? 0);
  return child;
}

it("starts a killed process again and stops it for good", async () => {
  launched.length = 0;
  supervised = supervise("test", () => launch("stoppable-server.ts"));
  await supervised.ready;
  process.kill(launched[0] ?? 0, "SIGKILL");
  await vi.waitFor(() => expect(launched).toHaveLength(2), { timeout: 20_000 });
  await supervised.stop();
  expect(() => process.kill(launched[1] ?? 0, 0)).toThrow("ESRCH");
  expect(launched).toHaveLength(2);
}, 60_000);

it("gives up on a process that was never ready", async () => {
  supervised = supervise("test", () => launch("no-such-program.ts"));
  await expect(supervised.ready).rejects.toThrow("test could not be started: it ended 5 times");
}, 60_000);

it("waits longer before each restart, and never more than 4 seconds", () => {
  expect([1, 2, 3, 4, 8, 20].map(pauseBeforeRestart)).toEqual([250, 500, 1000, 2000, 4000, 4000]);
});
