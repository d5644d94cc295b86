import { expect, it } from "vitest";
import { Invalid } from "@/lib/core/errors";
import { readCsv } from "./read-csv";

it.each([
  ["commas", "a,b;c\n1,2\n", ["a", "b;c"], ["1", "2"]],
  ["semicolons", "a;b,c;d\r\n1;2,5;3\r\n", ["a", "b,c", "d"], ["1", "2,5", "3"]],
  ["tabs", "a\tb\n1\t2", ["a", "b"], ["1", "2"]],
  [
    "a byte order mark and quotes",
    '\ufeff"a","b"\n"1,5","say ""hi"""',
    ["a", "b"],
    ["1,5", 'say "hi"'],
  ],
])("reads %s", (_, text, headings, cells) => {
  expect(readCsv(text)).toEqual({ headings, rows: [{ line: 2, cells }] });
});

it("names the line on which a row begins, breaks inside cells and empty lines counted", () => {
  const { rows } = readCsv('a,b\n"1\n1",2\n\n3,4\n5');
  expect(rows.map(({ line }) => line)).toEqual([2, 5, 6]);
  expect(rows[0]?.cells).toEqual(["1\n1", "2"]);
});

it.each([
  ["'=1+1", "=1+1"],
  ["'@home", "@home"],
  ["''=1", "'=1"],
  ["'tis", "'tis"],
  ["=1+1", "=1+1"],
])("takes the apostrophe off what an export has defused: %s", (written, meant) => {
  expect(readCsv(`a,b\n${written},x`).rows[0]?.cells[0]).toBe(meant);
});

it.each([
  ["", "csvEmpty"],
  ["a,b\n", "csvEmpty"],
  ['a,b\n"1,2', "csvBroken"],
])("refuses what is no table: %j", (text, problem) => {
  expect(() => readCsv(text)).toThrow(new Invalid({ file: problem }));
});
