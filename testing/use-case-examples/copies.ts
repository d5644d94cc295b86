import { imports } from "../../db/schema";
import { importKinds } from "../../lib/operations/imports/import-headings";
import type { UseCaseExample } from "./kinds";

const needs: UseCaseExample["needs"] = [
  ["read", "staff"],
  ...importKinds.flatMap((kind): UseCaseExample["needs"] => [
    ["create", kind],
    ["update", kind],
  ]),
  ["update", "own-account"],
];

const source = "https://source.example 1";

/** A copy that is being read. */
const onCopy = (more: object = {}): UseCaseExample => ({
  needs,
  input: async (organization, tables) => {
    await tables.insert(imports).values(
      importKinds.map((kind) => ({
        organizationId: organization.id,
        kind,
        state: "reading" as const,
        fileName: "source.example",
        source,
        headings: [],
        mapping: {},
        existing: "update" as const,
        rowCount: 0,
        startedBy: organization.staff.id,
        startedByName: organization.staff.name,
      })),
    );
    return { source, ...more };
  },
});

export const copyExamples: Record<string, UseCaseExample> = {
  findCopyingMember: {
    needs: [["read", "maintenance"]],
    input: async (organization) => ({ email: organization.admin.email }),
  },
  startCopy: { needs, input: async () => ({ source, name: "source.example" }) },
  listCopiedEndUsers: onCopy({ sourceIds: [] }),
  addCopiedRows: onCopy({ rows: { "end-user": [{ sourceId: "1", cells: {} }] } }),
  finishCopy: onCopy(),
};
