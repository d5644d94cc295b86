import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";
import path from "node:path";
import { afterEach, expect, it, vi } from "vitest";

// Each test starts a process, and the machine may be busy.
vi.setConfig({ testTimeout: 60_000 });

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

function start(file: string, variables: Record<string, string> = {}) {
  const child = fork(path.resolve("testing", file), {
    execArgv: ["--import", "tsx"],
    env: {
      ...process.env,
      LOG_LEVEL: "info",
      TSX_TSCONFIG_PATH: "tsconfig.scripts.json",
      ...variables,
    },
    silent: true,
  });
  started.push(child);
  let output = "";
  child.stdout?.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    output += chunk;
  });
  return { child, output: () => output };
}

async function startServer() {
  const { child, output } = start("stoppable-server.ts");
  const [port] = await once(child, "message");
  return { child, output, port: Number(port) };
}

const isRunning = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

it.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)(
  "finishes the running request and closes idle connections on %s",
  async (signal) => {
    const { child, port } = await startServer();
    const agent = new Agent({ keepAlive: true });
    const idle = get({ port, agent, path: "/" });
    const [answer] = await once(idle, "response");
    answer.resume();
    const slow = fetch(`http://127.0.0.1:${port}/slow`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    child.kill(signal);
    const [response, exit] = await Promise.all([slow, once(child, "exit")]);
    expect(await response.text()).toBe("slow");
    expect(exit).toEqual([0, null]);
    agent.destroy();
  },
);

it("ends when it is told to before it is ready", async () => {
  const { child } = start("stoppable-server.ts", { NEVER_READY: "true" });
  await once(child, "message");
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
});

it.each([
  ["/throw", "nobody catches this"],
  ["/reject", "nobody waits for this"],
])("logs one fatal line and exits with 1 after %s", async (url, message) => {
  const { child, output, port } = await startServer();
  const [, exit] = await Promise.all([
    fetch(`http://127.0.0.1:${port}${url}`).catch(() => undefined),
    once(child, "exit"),
  ]);
  expect(exit).toEqual([1, null]);
  const lines = output().trim().split("\n");
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: 60, err: { message } });
});

it.each(["false", "true"])(
  "ends when its launcher is killed (killed while starting: %s)",
  async (isEarly) => {
    const { child } = start("launcher.ts", { NEVER_READY: isEarly });
    const [pid] = await once(child, "message");
    child.kill("SIGKILL");
    await vi.waitFor(() => expect(isRunning(Number(pid))).toBe(false), { timeout: 40_000 });
  },
);
