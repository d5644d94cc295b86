import { and, asc, eq, isNotNull } from "drizzle-orm";
import iconv from "iconv-lite";
import { afterAll, beforeEach, expect, it } from "vitest";
import { importFiles, users } from "@/db/schema";
import { type Member, systemActor } from "@/lib/core/access/actor";
import { Conflict, Invalid } from "@/lib/core/errors";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { readImportAgain } from "./read-import-again";
import { getImport, listImportProblems } from "./read-imports";
import { workOnImport } from "./resume-imports";
import { cancelImport, checkImport, createImport, runImport } from "./write-import";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
let agent: Member;
beforeEach(async () => {
  organization = await createOrganization(tables);
  agent = actorOf(organization.staff) as Member;
});

const upload = async (content: Uint8Array) =>
  (await createImport(agent, { kind: "end-user", fileName: "list.csv", content })).id;

async function check(id: string) {
  const { mapping } = await getImport(agent, { id });
  await checkImport(agent, { id, mapping });
  await workOnImport(systemActor(organization.id, "job"), id, 60_000);
  return getImport(agent, { id });
}

const keptFiles = (id: string) => tables.$count(importFiles, eq(importFiles.importId, id));

const latin = iconv.encode("E-Mail;Vorname\na@home.example;Jürgen\n", "windows-1252");

it("shows how a file was read, with its first lines", async () => {
  const id = await upload(latin);
  expect(await getImport(agent, { id })).toMatchObject({
    headings: ["E-Mail", "Vorname"],
    preview: {
      encoding: "windows-1252",
      separator: "semicolon",
      headingLine: 1,
      lines: [
        { line: 1, cells: ["E-Mail", "Vorname"] },
        { line: 2, cells: ["a@home.example", "Jürgen"] },
      ],
    },
  });
});

it("reads the same file again in the way that a person has chosen", async () => {
  const id = await upload(latin);
  await check(id);
  await readImportAgain(agent, { id, encoding: "cp850", separator: "semicolon", headingLine: 0 });
  expect(await getImport(agent, { id })).toMatchObject({
    state: "mapping",
    rowCount: 2,
    checkedCount: 0,
    headings: ["", ""],
    mapping: {},
    samples: [{ cells: ["E-Mail", "Vorname"] }, { cells: ["a@home.example", "J³rgen"] }],
  });
  const utf8 = { id, encoding: "utf-8", separator: "semicolon", headingLine: 1 } as const;
  await readImportAgain(agent, utf8);
  await check(id);
  expect((await listImportProblems(agent, { id })).rows).toMatchObject([
    { line: 2, problems: { row: "unreadableByte:0xFC" } },
  ]);
  await expect(readImportAgain(agent, { ...utf8, headingLine: 9 })).rejects.toEqual(
    new Invalid({ headingLine: "noSuchLine" }),
  );
});

it("counts rows with warnings apart, imports them, and forgets the file", async () => {
  const id = await upload(
    Buffer.from("E-Mail;Vorname;Ort\na@home.example;JÃ¼rgen;Linz\nb@home.example;Eva;Graz\n"),
  );
  expect(await check(id)).toMatchObject({ state: "checked", faultyCount: 0, warnedCount: 1 });
  expect((await listImportProblems(agent, { id })).rows).toEqual([]);
  expect((await listImportProblems(agent, { id, list: "warnings" })).rows).toMatchObject([
    { line: 2, problems: { firstName: "garbled" } },
  ]);
  expect(await keptFiles(id)).toBe(1);
  await runImport(agent, { id, scope: "all" });
  await workOnImport(systemActor(organization.id, "job"), id, 60_000);
  const done = await getImport(agent, { id });
  expect(done).toMatchObject({ state: "done", doneCount: 2, warnedCount: 1 });
  expect(done.preview).toBeUndefined();
  expect(await keptFiles(id)).toBe(0);
  await expect(
    readImportAgain(agent, { id, encoding: "utf-8", separator: "comma", headingLine: 1 }),
  ).rejects.toEqual(new Conflict("importOver"));
});

it("imports a customer whose number cannot be read, with a warning", async () => {
  const id = await upload(
    Buffer.from(
      "E-Mail;Telefon\na@home.example;4,36601E+11\nb@home.example;kein\nc@home.example;0660 1234567\n",
    ),
  );
  expect(await check(id)).toMatchObject({ faultyCount: 0, warnedCount: 2 });
  expect((await listImportProblems(agent, { id, list: "warnings" })).rows).toMatchObject([
    { line: 2, problems: { phone: "excelNumber" } },
    { line: 3, problems: { phone: "phoneUnreadable" } },
  ]);
  await runImport(agent, { id, scope: "all" });
  await workOnImport(systemActor(organization.id, "job"), id, 60_000);
  const people = await tables
    .select({ phone: users.phone, international: users.phoneInternational })
    .from(users)
    .where(and(eq(users.organizationId, organization.id), isNotNull(users.phone)))
    .orderBy(asc(users.email));
  expect(people).toEqual([
    { phone: "4,36601E+11", international: null },
    { phone: "kein", international: null },
    { phone: "0660 1234567", international: "+436601234567" },
  ]);
});

it("forgets the file of an import that is cancelled", async () => {
  const id = await upload(latin);
  await cancelImport(agent, { id });
  expect(await keptFiles(id)).toBe(0);
});

it("says that the file is gone where an erasure has taken it", async () => {
  const id = await upload(latin);
  await tables.delete(importFiles).where(eq(importFiles.importId, id));
  expect((await getImport(agent, { id })).preview).toBeUndefined();
  await expect(
    readImportAgain(agent, { id, encoding: "utf-8", separator: "comma", headingLine: 1 }),
  ).rejects.toEqual(new Conflict("importFileGone"));
});
