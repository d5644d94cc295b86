import { expect, it } from "vitest";
import { listSources, matchesIn } from "@/testing/sources";

/** Every function and constant at the top of the domain's files, with what follows its name. */
const definitions = matchesIn(
  /^((?:export )?(?:async )?(?:function|const) [\s\S]*?)(?=^(?:export )?(?:async )?(?:function|const) |(?![\s\S]))/gm,
  listSources(["lib"]),
).map(({ match }) => {
  const [, name = "", body = ""] = /(?:function|const) (\w+)([\s\S]*)/.exec(match) ?? [];
  return { name, body };
});

/** The commands, and the functions that call one, through others too. */
function findChanging(): Set<string> {
  const isCommand = ({ body }: { body: string }) => body.startsWith(" = defineCommand(");
  const changing = new Set(definitions.filter(isCommand).map(({ name }) => name));
  const others = definitions.filter(({ body }) => !/^ = define(?:Command|Query)\(/.test(body));
  const callsOne = (body: string) =>
    [...body.matchAll(/\b(\w+)(?:\.from)?\(/g)].some(([, called = ""]) => changing.has(called));
  for (let known = 0; known < changing.size; ) {
    known = changing.size;
    for (const { name, body } of others) if (callsOne(body)) changing.add(name);
  }
  return changing;
}

/** What answers GET: pages, layouts, what they share on the server, and routes. */
const sources = listSources(["app"]).filter(
  ({ text }) =>
    !text.includes('"use server"') &&
    (/export const GET\b/.test(text) || !/export const (?:POST|PUT|DELETE)\b/.test(text)),
);

it("changes nothing by GET but records of downloads and finished logins", () => {
  const changing = findChanging();
  expect(changing.size).toBeGreaterThan(150);
  const imported = matchesIn(/import (?:type )?\{([^}]*)\} from "@\/lib\//g, sources).flatMap(
    ({ file, match }) =>
      match
        .split(",")
        .map((name) => name.trim())
        .filter((name) => changing.has(name))
        .map((name) => `${file}: ${name}`),
  );
  expect(imported).toEqual([
    "app/(connect)/connect/callback/route.ts: completeConnection",
    "app/(portal)/audit-log/export/route.ts: beginAuditExport",
    "app/(portal)/settings/data/export/route.ts: beginOrganizationExport",
    "app/(portal)/team/export/route.ts: exportTeam",
    "app/(portal)/team/role-history/export/route.ts: beginRoleHistoryExport",
    "app/(portal)/users/[id]/personal-data/route.ts: exportPersonalData",
    "app/_server/export-list.ts: beginListExport",
  ]);
});
