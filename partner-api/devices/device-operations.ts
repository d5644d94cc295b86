import { z } from "@/lib/core/validation/problems";
import { changeDevice, createDevice } from "@/lib/devices/devices/change-device";
import { deleteDevice } from "@/lib/devices/devices/delete-device";
import {
  type DeviceRecord,
  getDeviceRecord,
  listDeviceRecords,
} from "@/lib/devices/devices/device-records";
import { userPath } from "../fields";
import { readExpected, rewrite, sendVersion } from "../http/conditional";
import { detailQuery, listQuery } from "../http/paging";
import { sendList } from "../http/whole-list";
import { operation } from "../operation";
import { type ApiDeviceKind, deviceKinds } from "./device-kinds";
import { sentDevice, sentModel, toDevice } from "./device-record";

/** Where the devices of a kind are, below a person. */
export const collectionOf = ({ collection }: ApiDeviceKind) =>
  `/org/{org_id}/users/{user_id}/${collection}`;

export const pathOf = ({ parameter }: ApiDeviceKind) => userPath.extend({ [parameter]: z.uuid() });

export const tagOf = ({ plural }: ApiDeviceKind) =>
  `${plural.charAt(0).toUpperCase()}${plural.slice(1)}`;

/** The device that a path names. */
export const referenceOf = (kind: ApiDeviceKind, params: Record<string, unknown>) => ({
  userId: String(params.user_id),
  id: String(params[kind.parameter]),
});

const sendDevice = (answer: Parameters<typeof sendVersion>[0], record: DeviceRecord) =>
  sendVersion(answer, record, toDevice);

const article = (word: string) => (/^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`);

function operationsOf(kind: ApiDeviceKind) {
  const { name, word } = kind;
  const collection = collectionOf(kind);
  const one = `${collection}/{${kind.parameter}}`;
  const common = { tag: tagOf(kind), isVersioned: true } as const;
  const params = pathOf(kind);
  return [
    operation({
      ...common,
      isVersioned: false,
      id: `list${kind.listName}`,
      method: "get",
      path: collection,
      summary: `List a person's ${tagOf(kind).toLowerCase()}`,
      needs: [["read", "device"]],
      params: userPath,
      query: listQuery,
      answer: z.array(kind.schema),
      isPaged: true,
      refuses: [422],
      async handle(call) {
        const { include_deleted: includeDeleted } = call.query;
        const asked = { kind: kind.kind, userId: call.params.user_id, includeDeleted };
        return sendList(
          call,
          (actor, part) => listDeviceRecords(actor, { ...asked, ...part }),
          toDevice,
        );
      },
    }),
    operation({
      ...common,
      id: `create${name}`,
      method: "post",
      path: collection,
      summary: `Add ${article(word)}`,
      description: "It waits to be connected to its manufacturer.",
      needs: [["create", "device"]],
      params: userPath,
      body: kind.createBody,
      answer: kind.schema,
      refuses: [409],
      async handle({ actor, params, body, setHeader }) {
        const userId = params.user_id;
        const { id } = await createDevice(actor, {
          ...sentModel(body),
          ...sentDevice(kind, body),
          userId,
          kind: kind.kind,
        });
        const record = await getDeviceRecord(actor, { kind: kind.kind, userId, id });
        return sendDevice({ setHeader }, record);
      },
    }),
    operation({
      ...common,
      id: `get${name}`,
      method: "get",
      path: one,
      summary: `Read ${article(word)}`,
      needs: [["read", "device"]],
      params,
      query: detailQuery,
      answer: kind.schema,
      async handle({ actor, params, query, setHeader }) {
        const record = await getDeviceRecord(actor, {
          ...referenceOf(kind, params),
          kind: kind.kind,
          includeDeleted: query.include_deleted,
        });
        return sendDevice({ setHeader }, record);
      },
    }),
    operation({
      ...common,
      id: `update${name}`,
      method: "put",
      path: one,
      summary: `Change ${article(word)}`,
      description: "Changes only the fields that are sent.",
      needs: [["update", "device"]],
      params,
      body: kind.updateBody,
      answer: kind.schema,
      refuses: [409],
      async handle({ actor, params, body, expected, setHeader }) {
        const reference = { ...referenceOf(kind, params), kind: kind.kind };
        const read = () => getDeviceRecord(actor, reference);
        await rewrite(expected, read, (record) =>
          changeDevice(actor, {
            ...sentDevice(kind, body),
            ...reference,
            version: record.version,
          }),
        );
        const record = await read();
        return sendDevice({ setHeader }, record);
      },
    }),
    operation({
      ...common,
      id: `delete${name}`,
      method: "delete",
      path: one,
      summary: `Delete ${article(word)}`,
      needs: [["delete", "device"]],
      params,
      async handle({ actor, params, expected }) {
        const reference = { ...referenceOf(kind, params), kind: kind.kind };
        const { record: device, version } = await readExpected(expected, () =>
          getDeviceRecord(actor, reference),
        );
        await deleteDevice(actor, { id: device.id, confirmation: device.model, version });
        return undefined;
      },
    }),
  ];
}

export const deviceOperations = deviceKinds.flatMap(operationsOf);
