import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { projectFolder } from "./configuration";

/** Starts one of our TypeScript programs and waits until it says that it is ready. */
export async function startProgram(
  file: string,
  variables: NodeJS.ProcessEnv,
): Promise<ChildProcess> {
  const child = fork(path.join(projectFolder, file), {
    cwd: projectFolder,
    // A page is a great many short-lived objects: with room for them they are gone before they are moved.
    execArgv: ["--max-semi-space-size=32", "--import", "tsx"],
    env: { ...process.env, ...variables, TSX_TSCONFIG_PATH: "tsconfig.scripts.json" },
    // A group of its own: Ctrl-C reaches the launcher alone, which then stops all in order.
    detached: true,
  });
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code) => reject(new Error(`${file} ended with code ${code}.`)));
    child.once("error", reject);
  });
  return child;
}

/** Asks a program to stop, and insists after ten seconds. */
export function stopProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const insist = setTimeout(() => child.kill("SIGKILL"), 10_000);
    child.once("exit", () => {
      clearTimeout(insist);
      resolve();
    });
    child.kill("SIGTERM");
  });
}
