import type { OrganizationVerdict } from "../lib/platform/audit/verify-every-audit-log";
import { reportingFailure } from "./reporting-failure";
import { withDatabase } from "./with-database";

/** Proves every organization's audit log, and ends with 1 when one of them is not as it was written. */
await reportingFailure(() =>
  withDatabase(async () => {
    const { verifyEveryAuditLog } = await import("../lib/platform/audit/verify-every-audit-log");
    const verdicts = await verifyEveryAuditLog();
    for (const entry of verdicts) {
      console.log(toLine(entry));
      if (!entry.verdict?.isIntact) process.exitCode = 1;
    }
    if (verdicts.length === 0) console.log("There are no organizations.");
  }),
);

function toLine({ organizationId, verdict }: OrganizationVerdict): string {
  if (!verdict) return `✗ ${organizationId}: could not be read`;
  const { fault, events } = verdict;
  return fault
    ? `✗ ${organizationId}: event ${[fault.sequence, fault.id].filter(Boolean).join(" ")} is at fault (${fault.kind})`
    : `✓ ${organizationId}: ${events} events, as they were written`;
}
