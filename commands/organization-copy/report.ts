import type { CopyReport } from "./copy-organization";

const names: Record<string, string> = {
  "end-user": "end-users",
  building: "buildings",
  "energy-contract": "contracts",
  device: "devices",
};

/** What an operator is told at the end of a copy. */
export function reportOf({ imports, members, skipped, devices }: CopyReport, baseUrl: string) {
  const lines = [
    "",
    imports.length > 0
      ? "Review and run these imports in the portal, in this order:"
      : "The source has no end-users.",
    ...imports.map(
      ({ id, kind, rowCount }) => `  ${rowCount} ${names[kind] ?? kind}: ${baseUrl}/imports/${id}`,
    ),
  ];
  if (skipped > 0) lines.push(`${skipped} end-users were read by an earlier run.`);
  if (devices > 0) {
    lines.push(
      `${devices} devices need a reconnection link: authorizations of manufacturers stay where they are.`,
    );
  }
  if (members.length > 0) {
    lines.push("Members of the team are not copied. Invite those who are needed:");
    lines.push(...members.map(({ role, email }) => `  ${role}: ${email ?? "without an address"}`));
  }
  return lines.join("\n");
}
