import { describe, expect, it } from "vitest";
import type { core } from "zod";
import { registeredUseCases } from "@/lib/core/use-cases/pipeline";
import { settingsOfKind } from "@/lib/devices/devices/device-record-schema";
import { rowSchemas } from "@/lib/operations/imports/row-schemas";
import { Invalid } from "../errors";
import { parseInput } from "./parse-input";
import type { z } from "./problems";

// Loading every file of the domain fills the registry.
import.meta.glob(["/lib/**/*.ts", "!/lib/**/*.test.ts"], { eager: true });

/** Fields that hold several lines. */
const multilineFields = new Set([
  "acknowledgeFinding.note",
  "addCaseNote.body",
  "addNote.body",
  "answerCase.body",
  "changeDevice.comment",
  "changeDevices.devices.comment",
  "changeMemberRole.reason",
  "createCase.note",
  "createDevice.comment",
  "createDevices.devices.comment",
  "createHandbookEntry.body",
  "row of device.comment",
  "updateDevice.comment",
  "escalateCase.reason",
  "publishTerms.summary",
  "publishTerms.textDe",
  "publishTerms.textEn",
  "removeMember.reason",
  "resetSecondFactor.reason",
  "saveAnswerTemplate.body",
  "saveMailText.body",
  "saveMailText.closing",
  "setAccessEnd.reason",
  "suspendMember.reason",
  "updateHandbookEntry.body",
  "updateMember.reason",
  "inviteTeamMember.reason",
]);

/** Passwords, which may hold any character, and cells of imported rows, which are checked one by one by `rowSchemas`. */
const verbatimFields = new Set([
  "acceptInvitation.password",
  "addCopiedRows.rows.building.cells",
  "addCopiedRows.rows.device.cells",
  "addCopiedRows.rows.end-user.cells",
  "addCopiedRows.rows.energy-contract.cells",
  "changeOwnPassword.currentPassword",
  "changeOwnPassword.password",
  "resetPassword.password",
]);

const lineBreaks = ["\n", "\r", "\r\n", "\t"];
const otherCharacters = [
  ..."\u0000\u0001\u001b\u007f\u0085\u2028\u2029",
  ..."\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c",
  ..."\u200b\u2060\ufeff\u00ad\u180e\u200c\u200d\u3164\u{e0041}",
];

/** As in a name, and as in a text that is long enough for a reason or for terms. */
const probes = (character: string) => [
  `Anna${character}Berger`,
  `${character}Anna Berger`,
  `Anna Berger${character}`,
  `It was agreed on${character}with the team's lead in the weekly meeting of this department.`,
];

type Field = { name: string; schema: core.$ZodType };

/** Whether a schema takes a string, which it may transform. */
function takesString(schema: core.$ZodType): boolean {
  const { def } = schema._zod;
  if (def.type === "string") return true;
  if (def.type === "pipe") return takesString((def as core.$ZodPipeDef).in);
  const inner = (def as Partial<core.$ZodOptionalDef>).innerType;
  return inner !== undefined && takesString(inner);
}

/** Every part of a schema that takes a string, by its path. */
function fieldsOf(schema: core.$ZodType, name: string): Field[] {
  if (takesString(schema)) return [{ name, schema }];
  const def = schema._zod.def;
  if ("shape" in def) {
    return Object.entries((def as core.$ZodObjectDef).shape).flatMap(([key, part]) =>
      fieldsOf(part, `${name}.${key}`),
    );
  }
  const parts = [
    (def as Partial<core.$ZodOptionalDef>).innerType,
    (def as Partial<core.$ZodPipeDef>).in,
    (def as Partial<core.$ZodArrayDef>).element,
    (def as Partial<core.$ZodRecordDef>).keyType,
    (def as Partial<core.$ZodRecordDef>).valueType,
    ...((def as Partial<core.$ZodUnionDef>).options ?? []),
  ];
  return parts.flatMap((part) => (part ? fieldsOf(part, name) : []));
}

const fields = [
  ...registeredUseCases.flatMap(({ useCase }) => fieldsOf(useCase.input, useCase.name)),
  ...Object.entries(settingsOfKind).flatMap(([kind, schema]) => fieldsOf(schema, kind)),
  ...Object.entries(rowSchemas).flatMap(([kind, schema]) => fieldsOf(schema, `row of ${kind}`)),
];

/** The characters that a field lets through as they are. */
function charactersLetThrough({ schema }: Field, characters: string[]): string[] {
  return characters.filter((character) =>
    probes(character).some((probe) => {
      try {
        return JSON.stringify(parseInput(schema as z.ZodType, probe)).includes(asJson(character));
      } catch (error) {
        if (error instanceof Invalid) return false;
        throw error;
      }
    }),
  );
}

const asJson = (character: string) => JSON.stringify(character).slice(1, -1);

const singleLineFields = fields.filter(
  ({ name }) => !multilineFields.has(name) && !verbatimFields.has(name),
);

it("names every field that holds several lines, and no other", () => {
  const open = fields.filter((field) => charactersLetThrough(field, lineBreaks).length > 0);
  expect([...new Set(open.map(({ name }) => name))].sort()).toEqual(
    [...multilineFields, ...verbatimFields].sort(),
  );
});

describe("text with characters that cannot be seen", () => {
  it.each(singleLineFields)("is refused or cleaned by $name", (field) => {
    expect(charactersLetThrough(field, [...lineBreaks, ...otherCharacters])).toEqual([]);
  });

  it.each(fields.filter(({ name }) => multilineFields.has(name)))(
    "is refused or cleaned in the lines of $name",
    (field) => {
      expect(charactersLetThrough(field, otherCharacters)).toEqual([]);
    },
  );
});
