/** Where an act came from, and the kinds of actors that act there. */
export const auditSources = ["portal", "api", "system"] as const;
export type AuditSource = (typeof auditSources)[number];

export const actorKindsOf: Record<AuditSource, string[]> = {
  portal: ["member", "end-user", "newcomer", "visitor"],
  api: ["api-client"],
  system: ["system"],
};
