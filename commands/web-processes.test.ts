import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { expect, it, vi } from "vitest";
import { findFreePort } from "./ports";

it("shares one port among processes, replaces one that ends, and ends with all", async () => {
  const port = await findFreePort(3600);
  const program = fork(path.resolve("testing/shared-port.ts"), {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, PORT: String(port) },
  });
  const answering = async () => {
    const asked = Array.from({ length: 8 }, () => fetch(`http://localhost:${port}`));
    const answers = await Promise.all(asked);
    return new Set(await Promise.all(answers.map(async (answer) => Number(await answer.text()))));
  };
  expect(await once(program, "message")).toContain("ready");
  const first = await answering();
  expect(first.size).toBe(2);
  const [lost] = first;
  process.kill(lost ?? 0, "SIGKILL");
  await vi.waitFor(
    async () => {
      const now = await answering();
      expect(now.size).toBe(2);
      expect(now).not.toContain(lost);
    },
    { timeout: 20_000, interval: 200 },
  );
  program.kill("SIGTERM");
  expect(await once(program, "exit")).toEqual([0, null]);
  await expect(fetch(`http://localhost:${port}`)).rejects.toThrow();
}, 60_000);
