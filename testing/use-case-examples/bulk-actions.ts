import { v7 as uuidv7 } from "uuid";
import type { Action } from "../../lib/core/access/matrix";
import { addBulkAction } from "../records/customers";
import { list, type UseCaseExample } from "./kinds";

const onEndUsers = (
  action: Action,
  state: "draft" | "running" | "done",
  more: object = {},
): UseCaseExample => ({
  needs: [
    ["read", "staff"],
    [action, "end-user"],
    ["update", "own-account"],
  ],
  input: async (organization, tables) => ({
    id: await addBulkAction(organization, tables, { state }),
    ...more,
  }),
});

const byTheSystem = (action: Action, more: object = {}): UseCaseExample => ({
  needs: [[action, "maintenance"]],
  input: async (organization, tables) => ({
    id: await addBulkAction(organization, tables, { state: "running" }),
    ...more,
  }),
});

export const bulkActionExamples: Record<string, UseCaseExample> = {
  listBulkActions: {
    needs: [
      ["read", "staff"],
      ["read", "end-user"],
      ["read", "device"],
    ],
    input: list,
  },
  getBulkAction: onEndUsers("read", "done"),
  listBulkActionRows: onEndUsers("read", "done"),
  previewBulkAction: onEndUsers("read", "draft"),
  prepareBulkAction: {
    needs: [
      ["read", "staff"],
      ["update", "end-user"],
      ["update", "own-account"],
    ],
    input: async ({ endUser }) => ({
      list: "end-user",
      act: "archive",
      scope: "selected",
      ids: endUser.id,
      requestKey: uuidv7(),
    }),
  },
  startBulkAction: onEndUsers("update", "draft"),
  cancelBulkAction: onEndUsers("update", "running"),
  undoBulkAction: onEndUsers("update", "done"),
  workBulkAction: onEndUsers("update", "running"),
  findBulkStarter: byTheSystem("read"),
  failBulkAction: byTheSystem("update", { problem: "starterGone" }),
  resumeStalledBulkActions: { needs: [["update", "maintenance"]], input: list },
};
