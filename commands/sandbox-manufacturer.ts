import path from "node:path";
import { startProgram, stopProgram } from "./children";
import type { keptSecrets } from "./configuration";
import { findFreePort } from "./ports";

type Options = {
  /** The portal whose devices are connected there. */
  baseUrl: string;
  secrets: Pick<
    ReturnType<typeof keptSecrets>,
    "SANDBOX_MANUFACTURER_CLIENT_SECRET" | "SANDBOX_MANUFACTURER_WEBHOOK_SECRET"
  >;
  /** Where accounts and grants are kept; without, they end with the process. */
  folder?: string;
  /** The port to take, or the next free one. */
  port?: number;
};

/** Starts the sandbox's manufacturers. @returns what the portal is told of them, and how to stop them */
export async function startSandboxManufacturer({
  baseUrl,
  secrets,
  folder,
  port: wanted = 4800,
}: Options) {
  const port = await findFreePort(wanted);
  const shared = {
    SANDBOX_MANUFACTURER_CLIENT_ID: "wattdesk",
    SANDBOX_MANUFACTURER_CLIENT_SECRET: secrets.SANDBOX_MANUFACTURER_CLIENT_SECRET,
    SANDBOX_MANUFACTURER_WEBHOOK_SECRET: secrets.SANDBOX_MANUFACTURER_WEBHOOK_SECRET,
  };
  const child = await startProgram("sandbox-manufacturer/server.ts", {
    NODE_ENV: "production",
    PORT: String(port),
    SANDBOX_MANUFACTURER_REDIRECT_URI: `${baseUrl}/connect/callback`,
    ...(folder && { SANDBOX_MANUFACTURER_STATE: path.join(folder, "manufacturers.json") }),
    ...shared,
  });
  return {
    child,
    variables: { ...shared, SANDBOX_MANUFACTURER_URL: `http://localhost:${port}` },
    stop: () => stopProgram(child),
  };
}
