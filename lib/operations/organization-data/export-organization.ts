import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { queryRows } from "@/db/query-rows";
import { type Actor, actorName } from "@/lib/core/access/actor";
import { ownTarget } from "@/lib/core/audit/own-target";
import { now } from "@/lib/core/clock";
import { Invalid, NotFound } from "@/lib/core/errors";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { type ExportedTable, exportedTables, organizationsTable } from "./exported-tables";

const pageSize = 1000;

/** Writes down that somebody takes everything out. @returns the file's first line */
export const beginOrganizationExport = defineCommand({
  name: "beginOrganizationExport",
  input: z.object({}),
  requiresStepUp: true,
  requires: { action: "update", resource: "organization-settings" },
  async run({ actor, transaction }) {
    const organization = await getOrganization(transaction);
    return {
      result: {
        format: "wattdesk-organization-export",
        version: 1,
        organization: { id: organization.id, name: organization.name },
        exportedAt: now().toISOString(),
        exportedBy: actorName(actor),
        tables: exportedTables.map(({ name }) => name),
      },
      audit: [
        {
          action: "organization.exported",
          target: ownTarget(actor),
        },
      ],
    };
  },
});

/** The next thousand rows of a table, after the given key. */
export const readOrganizationExportPage = defineQuery({
  name: "readOrganizationExportPage",
  input: z.object({
    table: z.enum(exportedTables.map(({ name }) => name)),
    after: z.array(z.union([z.string(), z.number()])).optional(),
  }),
  requires: { action: "update", resource: "organization-settings" },
  async run({ actor, input, transaction }) {
    const table = exportedTables.find(({ name }) => name === input.table);
    if (!table) throw new NotFound();
    if (input.after && input.after.length !== table.key.length) {
      throw new Invalid({ after: "choice" });
    }
    const rows = await queryRows<{ row: Record<string, unknown> }>(
      transaction,
      sql`
      select to_jsonb(page) as row from (
        select ${list(table.columns.map((name) => sql.identifier(name)))}
        from ${sql.identifier(table.name)}
        where ${isOwn(table, actor)} ${input.after ? sql`and ${isAfter(table, input.after)}` : sql``}
        order by ${list([...table.key.map(({ name }) => sql.identifier(name)), sql`1`])}
        limit ${pageSize}
      ) page`,
    );
    return rows.map(({ row }) => row);
  },
});

const list = (parts: (SQL | ReturnType<typeof sql.identifier>)[]) => sql.join(parts, sql`, `);

/** Row-level security says the same once more. */
function isOwn(table: ExportedTable, { organizationId }: Actor): SQL {
  const column = table.name === organizationsTable ? "id" : "organization_id";
  return sql`${sql.identifier(column)} = ${organizationId}::uuid`;
}

function isAfter({ key }: ExportedTable, after: (string | number)[]): SQL {
  const names = list(key.map(({ name }) => sql.identifier(name)));
  const values = list(key.map(({ type }, index) => sql`${after[index]}::text::${sql.raw(type)}`));
  return sql`(${names}) > (${values})`;
}

/** Everything that an organization has, a row at a time: first what the file is, then table by table. */
export async function* readOrganization(
  actor: Actor,
  manifest: Record<string, unknown>,
): AsyncGenerator<Record<string, unknown>> {
  yield manifest;
  for (const { name, key } of exportedTables) {
    let after: (string | number)[] | undefined;
    for (;;) {
      const page = await readOrganizationExportPage(actor, { table: name, after });
      for (const row of page) yield { table: name, row };
      const last = page.at(-1);
      if (!last || page.length < pageSize || key.length === 0) break;
      after = key.map((column) => last[column.name] as string | number);
    }
  }
}
