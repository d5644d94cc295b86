import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { Invalid } from "../errors";
import { isArchive, workbookToCsv } from "./read-workbook";

const sample = readFileSync(
  join(import.meta.dirname, "../../../testing/import-files/24-excel-contracts.xlsx"),
);

it("writes the first sheet with dates and numbers by the type of their cells", async () => {
  const lines = Buffer.from((await workbookToCsv(sample)).content)
    .toString("utf8")
    .split("\n");
  expect(lines[3]).toBe(
    "K-100,AT 001000 04020 00000 00000 00000 00001,Müller & Söhne Strom,0.249,2026-11-28,",
  );
  expect(lines[4]).toContain(",0.3,01.01.2027,2027-12-31");
});

it("writes the errors of cells, and not that they are empty", async () => {
  const parts = unzipSync(sample);
  const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  const broken = sheet.replace('<c r="D4" t="n"><v>0.249</v>', "<c r='D4' t='e'><v>#N/A</v>");
  const workbook = zipSync({ ...parts, "xl/worksheets/sheet1.xml": strToU8(broken) });
  expect(Buffer.from((await workbookToCsv(workbook)).content).toString("utf8")).toContain(
    "Müller & Söhne Strom,#N/A,2026-11-28",
  );
});

it("reads the sheet that is named, and names all that have rows", async () => {
  const workbook = readFileSync(
    join(import.meta.dirname, "../../../testing/import-files/46-chosen-sheet.xlsx"),
  );
  const sheets = ["Deckblatt", "Kunden", "Alt & neu"];
  expect(await workbookToCsv(workbook)).toMatchObject({ sheet: "Deckblatt", sheets });
  const chosen = await workbookToCsv(workbook, { sheet: "Kunden" });
  expect(chosen).toMatchObject({ sheet: "Kunden", sheets });
  expect(Buffer.from(chosen.content).toString("utf8")).toContain("S-1,Berger,");
  await expect(workbookToCsv(workbook, { sheet: "Tabelle9" })).rejects.toEqual(
    new Invalid({ sheet: "choice" }),
  );
});

describe("an archive", () => {
  const refused = (problem: string) => new Invalid({ file: problem });

  it("that would unpack to more than the bound is refused", async () => {
    await expect(workbookToCsv(sample, { maxUnpackedBytes: 1000 })).rejects.toEqual(
      refused("workbookTooLarge"),
    );
    const bomb = zipSync({
      ...unzipSync(sample),
      "xl/worksheets/sheet1.xml": new Uint8Array(40_000_000),
    });
    expect(bomb.length).toBeLessThan(200_000);
    await expect(workbookToCsv(bomb, { maxUnpackedBytes: 30_000_000 })).rejects.toEqual(
      refused("workbookTooLarge"),
    );
  });

  it("that says it is smaller than it is, is cut off", async () => {
    const bomb = Buffer.from(
      zipSync({ ...unzipSync(sample), "xl/worksheets/sheet1.xml": new Uint8Array(40_000_000) }),
    );
    const size = Buffer.alloc(4);
    size.writeUInt32LE(40_000_000);
    const lie = Buffer.alloc(4);
    lie.writeUInt32LE(1000);
    for (let at = bomb.indexOf(size); at >= 0; at = bomb.indexOf(size, at + 4)) lie.copy(bomb, at);
    await expect(workbookToCsv(bomb, { maxUnpackedBytes: 30_000_000 })).rejects.toBeInstanceOf(
      Invalid,
    );
  });

  it("that is no workbook of Excel, or is broken, is refused", async () => {
    const other = zipSync({ "content.xml": strToU8("<office/>") });
    await expect(workbookToCsv(other)).rejects.toEqual(refused("workbook"));
    const broken = zipSync({ "xl/workbook.xml": strToU8("<workbook>") });
    await expect(workbookToCsv(broken)).rejects.toEqual(refused("workbookBroken"));
    await expect(workbookToCsv(sample.subarray(0, 500))).rejects.toEqual(refused("workbookBroken"));
  });
});

it("is known by its first bytes", () => {
  expect(isArchive(sample)).toBe(true);
  expect(isArchive(strToU8("email;name"))).toBe(false);
});
