import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const projectFolder = fileURLToPath(new URL("..", import.meta.url));

/** Everything that an embedded Wattdesk keeps: database, mailbox, secrets. */
export function stateFolder(name: string): string {
  const folder = path.join(projectFolder, ".wattdesk", name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

type Secrets = {
  AUTH_SECRET: string;
  ENCRYPTION_KEY: string;
  AUDIT_SIGNING_KEY: string;
  SANDBOX_MANUFACTURER_CLIENT_SECRET: string;
  SANDBOX_MANUFACTURER_WEBHOOK_SECRET: string;
};

/** Secrets made on the first run and stored, so that sessions survive a restart. */
export function keptSecrets(folder: string): Secrets {
  const file = path.join(folder, "secrets.json");
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const secrets = {
    AUTH_SECRET: randomBytes(32).toString("base64url"),
    ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    AUDIT_SIGNING_KEY: randomBytes(32).toString("base64"),
    SANDBOX_MANUFACTURER_CLIENT_SECRET: randomBytes(32).toString("base64url"),
    SANDBOX_MANUFACTURER_WEBHOOK_SECRET: `whsec_${randomBytes(24).toString("base64")}`,
    ...kept,
  };
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}
