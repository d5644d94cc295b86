import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { projectFolder } from "./configuration";

/** Longer than the programs' own limits, including those that stop child processes. */
export const STOP_TIMEOUT_MS = 24_500;

/** Starts one of our TypeScript programs, which sends a message once it is ready. */
export function forkProgram(file: string, variables: NodeJS.ProcessEnv): ChildProcess {
  return fork(path.join(projectFolder, file), {
    cwd: projectFolder,
    // A page is a great many short-lived objects: with room for them they are gone before they are moved.
    execArgv: ["--max-semi-space-size=32", "--import", "tsx"],
    env: { ...process.env, ...variables, TSX_TSCONFIG_PATH: "tsconfig.scripts.json" },
    // A separate process group: Ctrl-C reaches the launcher alone, which then stops all in order.
    detached: true,
  });
}

/** Starts one of our TypeScript programs and waits until it says that it is ready. */
export async function startProgram(
  file: string,
  variables: NodeJS.ProcessEnv,
): Promise<ChildProcess> {
  const child = forkProgram(file, variables);
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code) => reject(new Error(`${file} ended with code ${code}.`)));
    child.once("error", reject);
  });
  return child;
}

/** Asks a program to stop, and kills it when it takes too long. */
export function stopProgram(child: ChildProcess, timeoutMs = STOP_TIMEOUT_MS): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const kill = setTimeout(() => child.kill("SIGKILL"), timeoutMs);
    child.once("exit", () => {
      clearTimeout(kill);
      resolve();
    });
    child.kill("SIGTERM");
  });
}
