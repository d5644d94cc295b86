import { sql } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { csvDownload } from "@/app/_server/download";
import { exportedColumns as ofBuildings } from "@/app/(portal)/buildings/export/exported-columns";
import { exportedColumns as ofDevices } from "@/app/(portal)/devices/export/exported-columns";
import { exportedColumns } from "@/app/(portal)/users/export/exported-columns";
import { type Member, systemActor } from "@/lib/core/access/actor";
import { exportedRows } from "@/lib/core/lists/exported-rows";
import { readEndUserExportPage } from "@/lib/customers/end-users/list-end-users";
import { actorOf, createOrganization, ownerConnection } from "@/testing/organization";
import { guessMapping } from "./column-mapping";
import { importFields } from "./import-headings";
import { getImport } from "./read-imports";
import { workOnImport } from "./resume-imports";
import { checkImport, createImport, runImport } from "./write-import";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

/** What spreadsheets run, what CSV has to quote, and what looks as if it had been defused. */
const hostile = [
  '=HYPERLINK("https://evil.example")',
  "+43 664",
  "-1",
  "@SUM(A1)",
  "'=1",
  "''+1",
  "'tis",
  'say "hi"',
  "a,b;c",
  "Anna  Maria",
  "Zoë Øster",
  "＝１",
];

async function fill(organizationId: string, count: number): Promise<void> {
  await tables.execute(sql`
    insert into users (organization_id, id, role, status, email, external_user_id, first_name, last_name, town, country)
    select ${organizationId}, gen_random_uuid(), 'user', 'active', 'trip-' || number || '@home.example', 'K-' || number,
      hostile.cells ->> (number % jsonb_array_length(hostile.cells)),
      hostile.cells ->> ((number / 7) % jsonb_array_length(hostile.cells)), 'Wien', 'AT'
    from generate_series(1, ${count}) number, (select ${JSON.stringify(hostile)}::jsonb as cells) hostile`);
}

const written = (organizationId: string) => client`
  select count(*)::int as count, md5(string_agg(concat_ws('|', email, external_user_id, first_name, last_name, town, country), '#' order by email)) as hash
  from users where organization_id = ${organizationId} and email like 'trip-%'`;

it.each([
  ["end-user", exportedColumns],
  ["building", ofBuildings],
  ["device", ofDevices],
] as const)("finds every field of a %s in an export without help", (kind, columns) => {
  expect(Object.keys(guessMapping(kind, Object.keys(columns))).sort()).toEqual(
    Object.keys(importFields[kind]).sort(),
  );
});

it.each([
  [5000, "in English", { separator: ",", timeZone: "UTC", yes: "yes", no: "no" }],
  [500, "in German", { separator: ";", timeZone: "Europe/Vienna", yes: "ja", no: "nein" }],
] as const)(
  "brings %i end-users exported %s over as they were, hostile cells included",
  async (count, _, format) => {
    const from = await createOrganization(tables);
    const to = await createOrganization(tables);
    await fill(from.id, count);
    const reader = actorOf(from.admin);
    const filters = { search: "", country: "AT" };
    const rows = exportedRows(
      await readEndUserExportPage(reader, filters),
      (cursor) => readEndUserExportPage(reader, { ...filters, cursor }),
      exportedColumns,
    );
    const content = await csvDownload("x", Object.keys(exportedColumns), rows, format).text();
    expect(content).not.toMatch(/(^|[,;])"?[=@＝]/m);

    const agent = actorOf(to.staff) as Member;
    const { id } = await createImport(agent, {
      kind: "end-user",
      fileName: "x.csv",
      content: Buffer.from(content),
    });
    await checkImport(agent, { id, mapping: (await getImport(agent, { id })).mapping });
    await workOnImport(systemActor(to.id, "job"), id, 120_000);
    expect(await getImport(agent, { id })).toMatchObject({ rowCount: count, faultyCount: 0 });
    await runImport(agent, { id, scope: "all" });
    await workOnImport(systemActor(to.id, "job"), id, 120_000);
    const [before] = await written(from.id);
    expect(before?.count).toBe(count);
    expect([...(await written(to.id))]).toEqual([before]);
  },
  300_000,
);

it("refuses rows whose names hold line breaks, tabs or other control characters", async () => {
  const to = await createOrganization(tables);
  const agent = actorOf(to.staff) as Member;
  const names = ['"two\nlines"', "tab\there", "bell\u0007", "Zoë"];
  const content = [
    "email,first_name",
    ...names.map((name, at) => `cell-${at}@home.example,${name}`),
  ];
  const { id } = await createImport(agent, {
    kind: "end-user",
    fileName: "x.csv",
    content: Buffer.from(content.join("\r\n")),
  });
  await checkImport(agent, { id, mapping: { email: 0, firstName: 1 } });
  await workOnImport(systemActor(to.id, "job"), id, 120_000);
  expect(await getImport(agent, { id })).toMatchObject({ rowCount: 4, faultyCount: 3 });
});
