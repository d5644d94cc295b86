import type { Action } from "../../lib/core/access/matrix";
import { addImport } from "../records/customers";
import { list, type UseCaseExample } from "./kinds";

const onImport = (state: "mapping" | "checked" | "running", more: object = {}): UseCaseExample => ({
  needs: [
    ["read", "staff"],
    ["create", "end-user"],
    ["update", "own-account"],
  ],
  input: async (organization, tables) => ({
    id: await addImport(organization, tables, { state }),
    ...more,
  }),
});

const byTheSystem = (action: Action, more: object = {}): UseCaseExample => ({
  needs: [[action, "maintenance"]],
  input: async (organization, tables) => ({
    id: await addImport(organization, tables, { state: "running" }),
    ...more,
  }),
});

export const importExamples: Record<string, UseCaseExample> = {
  listImports: {
    needs: [
      ["read", "staff"],
      ["create", "end-user"],
      ["create", "building"],
      ["create", "energy-contract"],
      ["create", "device"],
    ],
    input: list,
  },
  createImport: {
    needs: [
      ["read", "staff"],
      ["create", "end-user"],
      ["update", "own-account"],
    ],
    input: async () => ({
      kind: "end-user",
      fileName: "list.csv",
      content: Buffer.from("email\neva@home.example"),
    }),
  },
  getImport: onImport("mapping"),
  listImportProblems: onImport("mapping"),
  readFaultyRows: onImport("mapping"),
  checkImport: onImport("mapping", { mapping: { email: "0" } }),
  readImportAgain: onImport("mapping", {
    encoding: "windows-1252",
    separator: "semicolon",
    headingLine: "1",
  }),
  runImport: onImport("checked", { scope: "good" }),
  cancelImport: onImport("mapping"),
  undoImport: {
    needs: [
      ["read", "staff"],
      ["create", "end-user"],
      ["update", "own-account"],
      ["delete", "end-user"],
    ],
    input: async (organization, tables) => ({
      id: await addImport(organization, tables, { state: "done" }),
    }),
  },
  workImport: onImport("running"),
  findImportStarter: byTheSystem("read"),
  failImport: byTheSystem("update", { problem: "starterGone" }),
  resumeStalledImports: { needs: [["update", "maintenance"]], input: list },
};
