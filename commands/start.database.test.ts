import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { findFreePort } from "./ports";

it("ends with 1 and the reason when the database cannot be prepared", async () => {
  const url = new URL(process.env.DATABASE_URL ?? "");
  url.pathname = "/not_there";
  const child = spawn(process.execPath, ["--import", "tsx", "commands/start.ts"], {
    env: {
      ...process.env,
      TSX_TSCONFIG_PATH: "tsconfig.scripts.json",
      DATABASE_URL: url.href,
      PORT: String(await findFreePort(4600)),
    },
  });
  let output = "";
  child.stderr.on("data", (chunk) => {
    output += chunk;
  });
  const kill = setTimeout(() => child.kill("SIGKILL"), 45_000);
  const [code] = await once(child, "exit");
  clearTimeout(kill);
  expect(code).toBe(1);
  expect(output).toContain('database "not_there" does not exist');
});
