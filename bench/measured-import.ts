import { type Member, systemActor } from "../lib/core/access/actor";
import { actorOf, createOrganization, type ownerConnection } from "../testing/organization";

export const importedRows = 100_000;

/**
 * Imports end-users into a new organization, from the file's text to their records.
 * @returns seconds for taking the file in, for the dry run, and for making the records
 */
export async function measureImport(tables: ReturnType<typeof ownerConnection>["tables"]) {
  const { checkImport, createImport, runImport } = await import(
    "../lib/operations/imports/write-import"
  );
  const { getImport } = await import("../lib/operations/imports/read-imports");
  const { workOnImport } = await import("../lib/operations/imports/resume-imports");
  const organization = await createOrganization(tables);
  const agent = actorOf(organization.staff) as Member;
  const work = (id: string) => workOnImport(systemActor(organization.id, "bench"), id, 600_000);
  const start = performance.now();
  const { id } = await createImport(agent, {
    kind: "end-user",
    fileName: "bench.csv",
    content: Buffer.from(fileText()),
  });
  const stored = performance.now();
  await checkImport(agent, { id, mapping: (await getImport(agent, { id })).mapping });
  await work(id);
  const checked = performance.now();
  await runImport(agent, { id, scope: "good" });
  await work(id);
  const seconds = (from: number, until: number) => Number(((until - from) / 1000).toFixed(1));
  return {
    stored: seconds(start, stored),
    checked: seconds(stored, checked),
    made: seconds(checked, performance.now()),
  };
}

function fileText(): string {
  const rows = Array.from({ length: importedRows }, (_, number) =>
    [
      `import-${number}@home.example`,
      `I-${number}`,
      `First${number % 500}`,
      `Last${number % 3000}`,
      `Street ${number % 90}`,
      1000 + (number % 8000),
      `Town${number % 300}`,
      "AT",
    ].join(","),
  );
  const headings =
    "email,external_user_id,first_name,last_name,street_and_number,zip_code,town,country";
  return [headings, ...rows].join("\n");
}
