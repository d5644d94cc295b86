import "server-only";
import { defineQuery } from "../access/use-case";
import { forEveryOrganization } from "../jobs/every-organization";
import { z } from "../validation/problems";
import { type AuditVerdict, walkAuditLog } from "./verify-audit-log";

/** The same walk for the operator, who is nobody in the organization. */
const verifyAuditLogForOperator = defineQuery({
  name: "verifyAuditLogForOperator",
  input: z.object({}),
  requires: { action: "read", resource: "housekeeping" },
  run: ({ transaction }) => walkAuditLog(transaction),
});

/** Proves the audit log of each organization in turn. */
export async function verifyEveryAuditLog() {
  const verdicts: { organizationId: string; verdict: AuditVerdict }[] = [];
  await forEveryOrganization("audit-verify", async (actor) => {
    const verdict = await verifyAuditLogForOperator(actor, {});
    verdicts.push({ organizationId: actor.organizationId, verdict });
  });
  return verdicts;
}
