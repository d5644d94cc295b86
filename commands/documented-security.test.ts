import { readFileSync } from "node:fs";
import { getTableColumns } from "drizzle-orm";
import { expect, it } from "vitest";
import { organizations } from "../db/schema";
import { updateOrganizationInput } from "../lib/organization/settings/organization-schema";
import { filesWith, listSources, matchesIn } from "../testing/sources";

const security = readFileSync("docs/security.md", "utf8");

/** The part of a document under a heading. */
function sectionOf(document: string, heading: string): string {
  const [, section = ""] = document.split(`${heading}\n`);
  return section.split(/^##/m)[0] ?? "";
}

/** The cells of a table's rows. */
const rowsOf = (section: string): string[][] =>
  section
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) =>
      line
        .split("|")
        .map((cell) => cell.trim())
        .slice(1, -1),
    );

/** The files that a section names. */
const filesIn = (section: string) =>
  [...section.matchAll(/`((?:db|lib)\/[\w/-]+\.ts)`/g)].map(([, file = ""]) => file).sort();

const windows: Record<string, string> = {
  "15 * minute": "in 15 minutes",
  "60 * minute": "in an hour",
  day: "a day",
};

/** The limits of each row of the documentation. */
const documentedLimits = [
  ["login-account-address", "Wrong passwords", "account and address"],
  ["login-address", "Wrong passwords", "address"],
  ["login-account", "Wrong passwords", "account, from unknown networks"],
  ["login-known-network", "Wrong passwords", "account and a network it has logged in from"],
  ["reset-account, reset-address", "Password resets", "account, address"],
  ["second-factor, identity-proof", "Second-factor codes; proofs of identity", "user"],
  ["client-secret, client-address", "Wrong API client secrets", "client and address, address"],
  [
    "connect-address, invitation-address",
    "Logins at manufacturers; opening invitations",
    "address",
  ],
] as const;

it("documents every rate limit with its number and time", () => {
  const source = listSources(["lib/identity/auth/rate-limits.ts"])[0]?.text ?? "";
  const limits = new Map(
    [...source.matchAll(/"([\w-]+)": \{ points: (\d+), duration: ([^}]+?) \}/g)].map(
      ([, name = "", points = "", duration = ""]) => [
        name,
        { points, window: windows[duration] ?? duration },
      ],
    ),
  );
  const names = documentedLimits.flatMap(([row]) => row.split(", "));
  expect([...limits.keys()].sort()).toEqual(names.toSorted());
  const rows = rowsOf(sectionOf(security, "## Which rate limits apply?"));
  for (const [row, what, per] of documentedLimits) {
    const counted = row.split(", ").map((name) => limits.get(name));
    const numbers = [...new Set(counted.map((limit) => limit?.points))].join(", ");
    expect(rows).toContainEqual([what, `${numbers} ${counted[0]?.window}`, per]);
  }
});

it("documents every word that a password must not be built from", () => {
  const words: Record<string, string> = {
    "owner.firstName": "first name",
    "owner.lastName": "last name",
    "owner.email": "email address",
    "organization.name": "the organization's name",
    "organization.slug": "slug",
    '"Wattdesk"': "the word Wattdesk",
  };
  const [context] = matchesIn(
    /const context = \[([^\]]+)\]/g,
    listSources(["lib/identity/auth/set-password.ts"]),
  );
  const checked = context?.match
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);
  expect(checked).toEqual(Object.keys(words));
  const [, sentence = ""] =
    /A new password must not be built from ([^.]+)\(ASVS 6\.1\.2\)\./.exec(
      security.replace(/\s+/g, " "),
    ) ?? [];
  for (const word of Object.values(words)) expect(sentence).toContain(word);
});

it("documents every way to authenticate", () => {
  const ways = filesWith(
    /\b(?:startSession|actorFor|clientActor)\(|kind: "(?:member|end-user|api-client)",\s+role/,
    listSources(["app", "lib", "partner-api"]),
  ).filter((file) => file !== "lib/identity/auth/start-session.ts");
  expect(filesIn(sectionOf(security, "## Which ways are there to authenticate?"))).toEqual(ways);
});

it("documents the limits of sessions", () => {
  const { sessionIdleMinutes, sessionAbsoluteHours } = getTableColumns(organizations);
  const settings = updateOrganizationInput.shape;
  const { minValue: minMinutes, maxValue: maxMinutes } = settings.sessionIdleMinutes;
  const { minValue: minHours, maxValue: maxHours } = settings.sessionAbsoluteHours;
  expect(security.replace(/\s+/g, " ")).toContain(
    `Session limits (ASVS 7.1.1) are ${sessionIdleMinutes.default} minutes idle and ${sessionAbsoluteHours.default} hours in total by default`,
  );
  expect(security.replace(/\s+/g, " ")).toContain(
    `An organization can set ${minMinutes} minutes to ${(maxMinutes ?? 0) / 60} hours, and ${minHours} hour to ${(maxHours ?? 0) / 24} days.`,
  );
});

it("documents every connection that the portal opens", () => {
  const opening =
    /(?<!\.)\bfetch\(\S|new (?:Resend|Stripe)\(|from "node:https"|oauth\.\w+Request\(|new pg\.(?:Pool|Client)\(|(?:=|return) postgres\(/;
  const operations = readFileSync("docs/operations.md", "utf8");
  expect(filesIn(sectionOf(operations, "## Which connections does it open?"))).toEqual(
    filesWith(opening, listSources(["db", "lib", "partner-api"])),
  );
});

it("documents what limits expensive work as the code has it", () => {
  const performance = readFileSync("docs/performance.md", "utf8");
  const rows = rowsOf(sectionOf(performance, "### What limits expensive work?")).slice(2);
  expect(rows.length).toBeGreaterThan(8);
  for (const [work, , setBy = ""] of rows) {
    const [, code = "", file = ""] = /^`([^`]+)` in `([^`]+)`$/.exec(setBy) ?? [];
    expect(readFileSync(file, "utf8").includes(code), `${work}: ${setBy}`).toBe(true);
  }
});
