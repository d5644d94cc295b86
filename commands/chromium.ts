import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

/** The shell without a window comes first: it is the same engine, and twice as quick in tests. */
const systemPaths = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * A Chromium to test with: the one named by CHROMIUM_PATH, Playwright's, the system's, or else one
 * that is installed now in any way this machine offers.
 * @throws Error that says what to do when there is no way
 */
export function findOrInstallChromium(): string {
  const found = findChromium();
  if (found) return found;
  console.log("No Chromium was found; installing one …");
  run("npx", ["playwright", "install", "chromium"]);
  const downloaded = findChromium();
  if (downloaded) return downloaded;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-y", "-qq", "chromium-headless-shell"]);
    if (!findChromium()) run("apt-get", ["install", "-y", "-qq", "chromium"]);
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    "The end-to-end tests need a Chromium, and none could be installed. Install one (for example `npx playwright install --with-deps chromium`), or name yours in CHROMIUM_PATH.",
  );
}

function findChromium(): string | undefined {
  return [process.env.CHROMIUM_PATH, chromium.executablePath(), ...systemPaths].find(
    (path) => path && existsSync(path),
  );
}

function run(command: string, parameters: string[]): void {
  spawnSync(command, parameters, { stdio: "inherit", timeout: 300_000 });
}
