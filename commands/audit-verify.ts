import path from "node:path";
import { startEmbeddedPostgres } from "../db/embedded";
import { keptSecrets, stateFolder } from "./configuration";
import { reportingFailure } from "./reporting-failure";

/**
 * Proves every organization's audit log, on the database of DATABASE_URL or else the embedded one, and
 * ends with 1 when one of them is not as it was written.
 */
await reportingFailure(async () => {
  const folder = stateFolder("embedded");
  const data = path.join(folder, "postgres");
  if (process.env.DATABASE_URL) return verifyAll();
  const server = await startEmbeddedPostgres(data);
  Object.assign(process.env, {
    DATABASE_URL: server.url("wattdesk"),
    WATTDESK_MODE: "demo",
    LOG_LEVEL: "warn",
    ...keptSecrets(folder),
  });
  try {
    await verifyAll();
  } finally {
    await server.stop();
  }
});

async function verifyAll(): Promise<void> {
  const { verifyEveryAuditLog } = await import("../lib/audit/verify-every-audit-log");
  const { database } = await import("../lib/database");
  try {
    for (const { organizationId, verdict } of await verifyEveryAuditLog()) {
      const { fault, events } = verdict;
      console.log(
        fault
          ? `✗ ${organizationId}: event ${fault.sequence} ${fault.id ?? ""} is at fault (${fault.kind})`
          : `✓ ${organizationId}: ${events} events, as they were written`,
      );
      if (fault) process.exitCode = 1;
    }
  } finally {
    await database().close();
  }
}
