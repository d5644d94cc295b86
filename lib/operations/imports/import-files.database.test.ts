import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { and, asc, eq, ne } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { buildings, devices, energyContracts, users } from "@/db/schema";
import { type Member, systemActor } from "@/lib/core/access/actor";
import { endUserFieldNames } from "@/lib/customers/end-users/end-user-schema";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { type ImportKind, importFields } from "./import-headings";
import { findMissingColumns } from "./import-schema";
import { readImportAgain } from "./read-import-again";
import { getImport, listImportProblems } from "./read-imports";
import { workOnImport } from "./resume-imports";
import { checkImport, createImport, runImport } from "./write-import";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

/** The expectations of each file: how it is read, and what happens to its rows. */
type Expected = {
  kind: ImportKind;
  /** Files that were imported before, by name; each has its own expectations. */
  before?: string[];
  /** What becomes of records that are there already; they are a problem unless this says otherwise. */
  existing?: "update";
  /** The sheet that is chosen; otherwise the first with rows is read. */
  sheet?: string;
  reading: { encoding: string; separator: string; headingLine: number };
  records: Record<string, unknown>[];
  problems: Record<string, Record<string, string>>;
  warnings: Record<string, Record<string, string>>;
};

const folder = join(import.meta.dirname, "../../../testing/import-files");
const MIN_FILES = 40;
const files = readdirSync(folder);
const names = files.filter((file) => !file.endsWith(".expected.json"));
const expectationsOf = (name: string) => `${name.replace(/\.\w+$/, "")}.expected.json`;
const readExpected = (name: string): Expected =>
  JSON.parse(readFileSync(join(folder, expectationsOf(name)), "utf8"));

const fieldsOf: Record<ImportKind, string[]> = {
  "end-user": [...endUserFieldNames, "phoneInternational", "phoneExtension", "status"],
  building: Object.keys(importFields.building),
  "energy-contract": [...Object.keys(importFields["energy-contract"]), "energyPrices"],
  device: Object.keys(importFields.device),
};

const filled = (kind: ImportKind) => (record: Record<string, unknown>) =>
  Object.fromEntries(
    fieldsOf[kind].flatMap((field) => {
      const value = record[field];
      // Most can log in: only the others are told apart.
      const isUsual = value === false || value === "active";
      return value === null || value === undefined || isUsual ? [] : [[field, value]];
    }),
  );

function readingOf({ preview }: Awaited<ReturnType<typeof getImport>>) {
  if (!preview) throw new Error("The file is kept.");
  const { encoding, separator, headingLine } = preview;
  return { encoding, separator, headingLine };
}

async function takeIn(organization: TestOrganization, name: string, expected: Expected) {
  const { kind, existing, sheet } = expected;
  const agent = actorOf(organization.staff) as Member;
  const { id } = await createImport(agent, {
    kind,
    fileName: name,
    content: readFileSync(join(folder, name)),
  });
  const asFound = await getImport(agent, { id });
  if (sheet !== undefined) await readImportAgain(agent, { id, ...readingOf(asFound), sheet });
  const found = sheet === undefined ? asFound : await getImport(agent, { id });
  const reading = readingOf(found);
  if (Object.keys(findMissingColumns(kind, found.mapping)).length > 0) {
    return { reading, problems: {}, warnings: {} };
  }
  await checkImport(agent, { id, mapping: found.mapping, ...(existing && { existing }) });
  const system = systemActor(organization.id, "job");
  await workOnImport(system, id, 60_000);
  const list = async (which: "problems" | "warnings") => {
    const { rows } = await listImportProblems(agent, { id, list: which });
    return Object.fromEntries(rows.map((row) => [row.line, row.problems]));
  };
  const [problems, warnings] = [await list("problems"), await list("warnings")];
  await runImport(agent, { id, scope: "good" });
  await workOnImport(system, id, 60_000);
  return { reading, problems, warnings };
}

async function importFile(name: string, expected: Expected) {
  const { kind, before = [] } = expected;
  const organization = await createOrganization(tables);
  const { id: organizationId, endUser, otherEndUser, deviceId } = organization;
  await tables.update(users).set({ externalUserId: "K-100" }).where(eq(users.id, endUser.id));
  for (const earlier of before) await takeIn(organization, earlier, readExpected(earlier));
  const outcome = await takeIn(organization, name, expected);
  const records = {
    "end-user": () =>
      tables
        .select()
        .from(users)
        .where(and(eq(users.organizationId, organizationId), eq(users.role, "user")))
        .orderBy(asc(users.email), asc(users.externalUserId))
        .then((people) =>
          people.filter((person) => ![endUser.id, otherEndUser.id].includes(person.id)),
        ),
    building: () =>
      tables
        .select()
        .from(buildings)
        .where(and(eq(buildings.userId, endUser.id), ne(buildings.id, organization.buildingId)))
        .orderBy(asc(buildings.name)),
    "energy-contract": () =>
      tables
        .select()
        .from(energyContracts)
        .where(
          and(
            eq(energyContracts.userId, endUser.id),
            ne(energyContracts.id, organization.contractId),
          ),
        )
        .orderBy(asc(energyContracts.meterId), asc(energyContracts.validFrom)),
    device: () =>
      tables
        .select()
        .from(devices)
        .where(and(eq(devices.userId, endUser.id), ne(devices.id, deviceId)))
        .orderBy(asc(devices.kind)),
  };
  const owned = await tables.select().from(buildings).where(eq(buildings.userId, endUser.id));
  const withBuilding = (record: object) => {
    const building = owned.find(({ id }) => "buildingId" in record && record.buildingId === id);
    return { ...record, ...(building && { building: building.name }) };
  };
  return { ...outcome, records: (await records[kind]()).map(withBuilding).map(filled(kind)) };
}

it("has expectations beside each of at least 40 files", () => {
  const expectations = files.filter((file) => file.endsWith(".expected.json"));
  expect(names.map(expectationsOf).toSorted()).toEqual(expectations.toSorted());
  expect(names.length).toBeGreaterThanOrEqual(MIN_FILES);
});

it.each(names)("imports %s with the expected records, warnings and refusals", async (name) => {
  const expected = readExpected(name);
  const { reading, records, problems, warnings } = expected;
  expect(await importFile(name, expected)).toEqual({ reading, records, problems, warnings });
});
