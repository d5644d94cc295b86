import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { expect, it, vi } from "vitest";
import { findFreePort } from "./ports";

it("shares one port among processes, replaces one that ends, and ends with all", async () => {
  const port = await findFreePort(3600);
  const program = fork(path.resolve("testing/shared-port.ts"), {
    execArgv: ["--import", "tsx"],
    env: {
      ...process.env,
      PORT: String(port),
      TSX_TSCONFIG_PATH: "tsconfig.scripts.json",
    },
  });
  /** The processes that answer eight calls; one that was just about to end may leave a call unanswered. */
  const answering = async () => {
    const calls = Array.from({ length: 8 }, async () => {
      const signal = AbortSignal.timeout(2000);
      return (await fetch(`http://localhost:${port}`, { signal })).text();
    });
    const answers = await Promise.allSettled(calls);
    return new Set(
      answers.flatMap((answer) => (answer.status === "fulfilled" ? Number(answer.value) : [])),
    );
  };
  expect(await once(program, "message")).toContain("ready");
  const first = await answering();
  expect(first.size).toBe(2);
  const [lost] = first;
  process.kill(lost ?? 0, "SIGKILL");
  await vi.waitFor(
    async () => {
      const now = [...(await answering())];
      expect(now).not.toContain(lost);
      expect(now.some((each) => !first.has(each))).toBe(true);
    },
    { timeout: 60_000, interval: 200 },
  );
  program.kill("SIGTERM");
  expect(await once(program, "exit")).toEqual([0, null]);
  await expect(fetch(`http://localhost:${port}`)).rejects.toThrow();
}, 120_000);
