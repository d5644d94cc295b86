/** Where an act came from, and the kinds of actors that act there. */
export const auditSources = ["portal", "api", "system"] as const;
export type AuditSource = (typeof auditSources)[number];

export const actorKindsOf: Record<AuditSource, string[]> = {
  // The last two are what older events call "restricted" and "anonymous"; their hashes keep them.
  portal: ["member", "end-user", "restricted", "anonymous", "newcomer", "visitor"],
  api: ["api-client"],
  system: ["system"],
};

/** Actors without a name; "visitor" is what older events call "anonymous". */
export function findNamelessActor(actorKind: string): "system" | "anonymous" | undefined {
  if (actorKind === "system") return "system";
  return actorKind === "anonymous" || actorKind === "visitor" ? "anonymous" : undefined;
}
