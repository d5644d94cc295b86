import { expect, it } from "vitest";
import { listSources, portalPlaces, type Source } from "../testing/sources";

/** The calls that put text into a statement as it is, with their arguments. */
function rawCalls({ file, text }: Source): string[] {
  return [...text.matchAll(/sql\.raw\(|\.unsafe\(/g)].map(({ 0: call, index }) => {
    const begin = index + call.length;
    let end = begin;
    for (let depth = 1; depth > 0 && end < text.length; end++) {
      if (text[end] === "(") depth++;
      if (text[end] === ")") depth--;
    }
    return `${file}: ${text.slice(begin, end - 1)}`;
  });
}

it("puts nothing but constants, names of columns and migrations into statements unparameterized", () => {
  expect(listSources(portalPlaces).flatMap(rawCalls)).toEqual([
    'db/insert-many.ts: entry[1].getSQLType().replace(/\\(\\d+\\)/, "")',
    "db/migrate.ts: statement",
    "db/migrate.ts: statement",
    "db/readiness.ts: asApplication",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text
    "db/schema/devices.ts: deviceKinds.map((kind) => `'${kind}'`).join(\", \")",
    'db/update-many.ts: column.getSQLType().replace(/\\(\\d+\\)/, "")',
    'lib/core/lists/keyset.ts: isAscending ? ">" : "<"',
    "lib/core/lists/keyset.ts: sort.type",
    'lib/core/lists/keyset.ts: isAscending ? "asc" : "desc"',
    'lib/devices/telemetry/read-charts.ts: measures.map((measure) => of(toSnakeCase(measure))).join(", ")',
    'lib/devices/telemetry/roll-up-readings.ts: columns.map(of).join(", ")',
    'lib/devices/telemetry/roll-up-readings.ts: energies.join(", ")',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text
    'lib/devices/telemetry/roll-up-readings.ts: energies.map((name) => `${name} = excluded.${name}`).join(", ")',
    "lib/identity/auth/known-networks.ts: String(REMEMBERED_DAYS)",
    "lib/operations/organization-data/export-organization.ts: type",
  ]);
});
