import { reportingFailure } from "./reporting-failure";
import { withDatabase } from "./with-database";

/** Proves every organization's audit log, and ends with 1 when one of them is not as it was written. */
await reportingFailure(() =>
  withDatabase(async () => {
    const { verifyEveryAuditLog } = await import("../lib/audit/verify-every-audit-log");
    for (const { organizationId, verdict } of await verifyEveryAuditLog()) {
      const { fault, events } = verdict;
      console.log(
        fault
          ? `✗ ${organizationId}: event ${fault.sequence} ${fault.id ?? ""} is at fault (${fault.kind})`
          : `✓ ${organizationId}: ${events} events, as they were written`,
      );
      if (fault) process.exitCode = 1;
    }
  }),
);
