import { z } from "@/lib/core/validation/problems";
import {
  getEnergyContractRecord,
  listEnergyContractRecords,
} from "@/lib/customers/energy-contracts/energy-contract-records";
import {
  createEnergyContract,
  deleteEnergyContract,
  updateEnergyContract,
} from "@/lib/customers/energy-contracts/write-energy-contract";
import { userPath } from "../fields";
import { readExpected, rewrite, sendVersion } from "../http/conditional";
import { detailQuery, listQuery } from "../http/paging";
import { sendList } from "../http/whole-list";
import { operation } from "../operation";
import {
  contractSchema,
  createContractBody,
  sentContract,
  toContract,
  updateContractBody,
} from "./energy-contract-record";

const collection = "/org/{org_id}/users/{user_id}/energy-contracts";
const one = `${collection}/{contract_id}`;
const path = userPath.extend({ contract_id: z.uuid() });
const common = { tag: "Energy contracts", isVersioned: true } as const;

const listContracts = operation({
  ...common,
  isVersioned: false,
  id: "listEnergyContracts",
  method: "get",
  path: collection,
  summary: "List a person's energy contracts",
  needs: [["read", "energy-contract"]],
  params: userPath,
  query: listQuery,
  answer: z.array(contractSchema),
  isPaged: true,
  refuses: [422],
  async handle(call) {
    const { include_deleted: includeDeleted } = call.query;
    const asked = { userId: call.params.user_id, includeDeleted };
    return sendList(
      call,
      (actor, part) => listEnergyContractRecords(actor, { ...asked, ...part }),
      toContract,
    );
  },
});

const createContract = operation({
  ...common,
  id: "createEnergyContract",
  method: "post",
  path: collection,
  summary: "Add an energy contract",
  description: "One that names no first day begins today.",
  needs: [["create", "energy-contract"]],
  params: userPath,
  body: createContractBody,
  answer: contractSchema,
  refuses: [409],
  async handle({ actor, params, body, setHeader }) {
    const userId = params.user_id;
    const { id } = await createEnergyContract(actor, {
      energyPriceIncludesExternalComponents: null,
      ...sentContract(body),
      userId,
    });
    const contract = await getEnergyContractRecord(actor, { userId, id });
    return sendVersion({ setHeader }, contract, toContract);
  },
});

const getContract = operation({
  ...common,
  id: "getEnergyContract",
  method: "get",
  path: one,
  summary: "Read an energy contract",
  needs: [["read", "energy-contract"]],
  params: path,
  query: detailQuery,
  answer: contractSchema,
  async handle({ actor, params, query, setHeader }) {
    const contract = await getEnergyContractRecord(actor, {
      userId: params.user_id,
      id: params.contract_id,
      includeDeleted: query.include_deleted,
    });
    return sendVersion({ setHeader }, contract, toContract);
  },
});

const updateContract = operation({
  ...common,
  id: "updateEnergyContract",
  method: "put",
  path: one,
  summary: "Change an energy contract",
  description: "Changes only the fields that are sent. Prices that are sent take the place of all.",
  needs: [["update", "energy-contract"]],
  params: path,
  body: updateContractBody,
  answer: contractSchema,
  refuses: [409],
  async handle({ actor, params, body, expected, setHeader }) {
    const reference = { userId: params.user_id, id: params.contract_id };
    const read = () => getEnergyContractRecord(actor, reference);
    await rewrite(expected, read, (contract) =>
      updateEnergyContract(actor, {
        ...sentContract(body),
        id: contract.id,
        version: contract.version,
      }),
    );
    const contract = await read();
    return sendVersion({ setHeader }, contract, toContract);
  },
});

const deleteContract = operation({
  ...common,
  id: "deleteEnergyContract",
  method: "delete",
  path: one,
  summary: "Delete an energy contract",
  needs: [["delete", "energy-contract"]],
  params: path,
  async handle({ actor, params, expected }) {
    const reference = { userId: params.user_id, id: params.contract_id };
    const { record, version } = await readExpected(expected, () =>
      getEnergyContractRecord(actor, reference),
    );
    await deleteEnergyContract(actor, { id: record.id, version });
    return undefined;
  },
});

export const energyContractOperations = [
  listContracts,
  createContract,
  getContract,
  updateContract,
  deleteContract,
];
