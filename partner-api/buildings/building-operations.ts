import { z } from "@/lib/core/validation/problems";
import { buildingFields } from "@/lib/customers/buildings/building-fields";
import { getBuildingRecord, listBuildingRecords } from "@/lib/customers/buildings/building-records";
import {
  createBuilding,
  deleteBuilding,
  updateBuilding,
} from "@/lib/customers/buildings/write-building";
import { userPath } from "../fields";
import { readExpected, rewrite, sendVersion } from "../http/conditional";
import { detailQuery, listQuery } from "../http/paging";
import { sendList } from "../http/whole-list";
import { operation } from "../operation";
import { sentFields } from "../record-fields";
import {
  buildingSchema,
  createBuildingBody,
  toBuilding,
  updateBuildingBody,
} from "./building-record";

const collection = "/org/{org_id}/users/{user_id}/buildings";
const one = `${collection}/{building_id}`;
const path = userPath.extend({ building_id: z.uuid() });
const common = { tag: "Buildings", isVersioned: true } as const;

const listBuildings = operation({
  ...common,
  isVersioned: false,
  id: "listBuildings",
  method: "get",
  path: collection,
  summary: "List a person's buildings",
  needs: [["read", "building"]],
  params: userPath,
  query: listQuery,
  answer: z.array(buildingSchema),
  isPaged: true,
  refuses: [422],
  async handle(call) {
    const { include_deleted: includeDeleted } = call.query;
    const asked = { userId: call.params.user_id, includeDeleted };
    return sendList(
      call,
      (actor, part) => listBuildingRecords(actor, { ...asked, ...part }),
      toBuilding,
    );
  },
});

const createOne = operation({
  ...common,
  id: "createBuilding",
  method: "post",
  path: collection,
  summary: "Add a building",
  needs: [["create", "building"]],
  params: userPath,
  body: createBuildingBody,
  answer: buildingSchema,
  refuses: [409],
  async handle({ actor, params, body, setHeader }) {
    const userId = params.user_id;
    const fields = sentFields(buildingFields, body);
    const { id } = await createBuilding(actor, { ...fields, name: body.name, userId });
    const building = await getBuildingRecord(actor, { userId, id });
    return sendVersion({ setHeader }, building, toBuilding);
  },
});

const getOne = operation({
  ...common,
  id: "getBuilding",
  method: "get",
  path: one,
  summary: "Read a building",
  needs: [["read", "building"]],
  params: path,
  query: detailQuery,
  answer: buildingSchema,
  async handle({ actor, params, query, setHeader }) {
    const building = await getBuildingRecord(actor, {
      userId: params.user_id,
      id: params.building_id,
      includeDeleted: query.include_deleted,
    });
    return sendVersion({ setHeader }, building, toBuilding);
  },
});

const updateOne = operation({
  ...common,
  id: "updateBuilding",
  method: "put",
  path: one,
  summary: "Change a building",
  description: "Changes only the fields that are sent.",
  needs: [["update", "building"]],
  params: path,
  body: updateBuildingBody,
  answer: buildingSchema,
  refuses: [409],
  async handle({ actor, params, body, expected, setHeader }) {
    const reference = { userId: params.user_id, id: params.building_id };
    const read = () => getBuildingRecord(actor, reference);
    await rewrite(expected, read, (building) => {
      const { id, version: readVersion } = building;
      return updateBuilding(actor, {
        ...sentFields(buildingFields, body),
        id,
        version: readVersion,
      });
    });
    const building = await read();
    return sendVersion({ setHeader }, building, toBuilding);
  },
});

const deleteOne = operation({
  ...common,
  id: "deleteBuilding",
  method: "delete",
  path: one,
  summary: "Delete a building",
  description: "Its contracts go with it; its devices stay with the person.",
  needs: [["delete", "building"]],
  params: path,
  async handle({ actor, params, expected }) {
    const reference = { userId: params.user_id, id: params.building_id };
    const { record, version } = await readExpected(expected, () =>
      getBuildingRecord(actor, reference),
    );
    await deleteBuilding(actor, { id: record.id, version });
    return undefined;
  },
});

export const buildingOperations = [listBuildings, createOne, getOne, updateOne, deleteOne];
