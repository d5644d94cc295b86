import type { Verdict } from "@/lib/support/diagnosis/finding";

type Finding = { verdict: Verdict; device?: { id: string; name: string } | undefined };

type Group<Found> = { deviceId?: string; name?: string; findings: Found[] };

/** Verdicts from the one that needs a person most. */
const order: Verdict[] = ["problem", "warning", "unknown", "good"];

const severity = ({ verdict }: Finding) => order.indexOf(verdict);

/** The customer's findings and those of each device, groups and findings with problems first. */
export function groupsOf<Found extends Finding>(findings: Found[]): Group<Found>[] {
  const groups = new Map<string | undefined, Group<Found>>();
  for (const finding of findings.toSorted((one, other) => severity(one) - severity(other))) {
    const key = finding.device?.id;
    const group = groups.get(key) ?? {
      ...(finding.device && { deviceId: finding.device.id, name: finding.device.name }),
      findings: [],
    };
    group.findings.push(finding);
    groups.set(key, group);
  }
  return [...groups.values()];
}
