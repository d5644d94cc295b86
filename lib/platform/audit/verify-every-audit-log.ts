import "server-only";
import { forEveryOrganization } from "@/lib/core/organizations/every-organization";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { type AuditVerdict, walkAuditLog } from "./verify-audit-log";

/** The same walk for the operator, who is nobody in the organization. */
const verifyAuditLogForOperator = defineQuery({
  name: "verifyAuditLogForOperator",
  input: z.object({}),
  requires: { action: "read", resource: "maintenance" },
  run: ({ transaction }) => walkAuditLog(transaction),
});

export type OrganizationVerdict = {
  organizationId: string;
  /** Missing when the log could not be read, for a reason that is logged. */
  verdict?: AuditVerdict;
};

/** Proves the audit log of each organization in turn. */
export async function verifyEveryAuditLog(): Promise<OrganizationVerdict[]> {
  const verdicts: OrganizationVerdict[] = [];
  await forEveryOrganization("audit-verify", async (actor) => {
    const entry: OrganizationVerdict = { organizationId: actor.organizationId };
    verdicts.push(entry);
    entry.verdict = await verifyAuditLogForOperator(actor, {});
  });
  return verdicts;
}
