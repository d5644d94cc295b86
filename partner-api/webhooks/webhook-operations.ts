import { MAX_PAGE_SIZE } from "@/lib/core/lists/list-input";
import { withoutUndefined } from "@/lib/core/records/object-fields";
import { z } from "@/lib/core/validation/problems";
import {
  getWebhook,
  listWebhookDeliveries,
  listWebhooks,
} from "@/lib/platform/webhooks/read-webhooks";
import { replayWebhookDelivery, testWebhook } from "@/lib/platform/webhooks/send-again";
import { webhookDeliveryStates } from "@/lib/platform/webhooks/webhook-schema";
import {
  createWebhook,
  deleteWebhook,
  rotateWebhookSecret,
  updateWebhook,
} from "@/lib/platform/webhooks/write-webhook";
import { readExpected, rewrite, sendVersion } from "../http/conditional";
import { limitUpTo, pageQuery, sendPage } from "../http/paging";
import { operation } from "../operation";
import {
  deliverySchema,
  secretSchema,
  toDelivery,
  toWebhook,
  webhookSchema,
  writable,
} from "./webhook-record";

const collection = "/org/{org_id}/webhooks";
const one = `${collection}/{webhook_id}`;
const params = z.object({ webhook_id: z.uuid() });
const common = { tag: "Webhooks" } as const;

const list = operation({
  ...common,
  id: "listWebhooks",
  method: "get",
  path: collection,
  summary: "List webhooks",
  needs: [["read", "webhook"]],
  answer: z.array(webhookSchema),
  handle: async ({ actor }) => (await listWebhooks(actor, {})).map(toWebhook),
});

const create = operation({
  ...common,
  id: "createWebhook",
  method: "post",
  path: collection,
  summary: "Create a webhook",
  description:
    "Messages are signed by the Standard Webhooks scheme with the secret in the response.",
  needs: [["create", "webhook"]],
  body: z
    .object({ ...writable, includes_record: writable.includes_record.default(false) })
    .meta({ id: "CreateWebhook" }),
  answer: secretSchema,
  handle: ({ actor, body: { includes_record: includesRecord, ...fields } }) =>
    createWebhook(actor, { ...fields, includesRecord }),
});

const get = operation({
  ...common,
  id: "getWebhook",
  method: "get",
  path: one,
  summary: "Read a webhook",
  needs: [["read", "webhook"]],
  params,
  answer: webhookSchema,
  isVersioned: true,
  async handle({ actor, params, setHeader }) {
    const webhook = await getWebhook(actor, { id: params.webhook_id });
    return sendVersion({ setHeader }, webhook, toWebhook);
  },
});

const update = operation({
  ...common,
  id: "updateWebhook",
  method: "put",
  path: one,
  summary: "Update, disable or enable a webhook",
  needs: [["update", "webhook"]],
  params,
  body: z
    .object({ ...writable, is_enabled: z.boolean() })
    .partial()
    .meta({ id: "UpdateWebhook" }),
  answer: webhookSchema,
  isVersioned: true,
  refuses: [409],
  async handle({ actor, params, body, expected, setHeader }) {
    const read = () => getWebhook(actor, { id: params.webhook_id });
    const { is_enabled: isEnabled, includes_record: includesRecord, ...fields } = body;
    await rewrite(expected, read, (webhook) =>
      updateWebhook.from(actor, {
        name: webhook.name,
        url: webhook.url,
        events: webhook.events,
        includesRecord: includesRecord ?? webhook.includesRecord,
        isEnabled: isEnabled ?? webhook.disabledAt === null,
        ...withoutUndefined(fields),
        id: webhook.id,
        version: webhook.version,
      }),
    );
    const webhook = await read();
    return sendVersion({ setHeader }, webhook, toWebhook);
  },
});

const remove = operation({
  ...common,
  id: "deleteWebhook",
  method: "delete",
  path: one,
  summary: "Delete a webhook",
  needs: [["delete", "webhook"]],
  params,
  isVersioned: true,
  async handle({ actor, params, expected }) {
    const id = params.webhook_id;
    const { version } = await readExpected(expected, () => getWebhook(actor, { id }));
    await deleteWebhook(actor, { id, version });
    return undefined;
  },
});

const rotate = operation({
  ...common,
  id: "rotateWebhookSecret",
  method: "post",
  path: `${one}/rotate-secret`,
  summary: "Replace a webhook's secret",
  description: "For 24 hours, messages are signed with both secrets.",
  needs: [["update", "webhook"]],
  params,
  answer: secretSchema,
  handle: ({ actor, params }) => rotateWebhookSecret(actor, { id: params.webhook_id }),
});

const testOne = operation({
  ...common,
  id: "testWebhook",
  method: "post",
  path: `${one}/test`,
  summary: "Send a test message",
  needs: [["update", "webhook"]],
  params,
  refuses: [409],
  async handle({ actor, params }) {
    await testWebhook(actor, { id: params.webhook_id });
    return undefined;
  },
});

const listDeliveries = operation({
  ...common,
  id: "listWebhookDeliveries",
  method: "get",
  path: `${one}/deliveries`,
  summary: "List a webhook's deliveries",
  description: "Of the last 30 days, newest first.",
  needs: [["read", "webhook"]],
  params,
  query: z.object({
    ...pageQuery,
    limit: limitUpTo(MAX_PAGE_SIZE),
    state: z.enum(webhookDeliveryStates).optional(),
  }),
  answer: z.array(deliverySchema),
  isPaged: true,
  refuses: [422],
  async handle(call) {
    const { limit, cursor, state } = call.query;
    const id = call.params.webhook_id;
    const page = await listWebhookDeliveries(call.actor, { id, size: limit, cursor, state });
    return sendPage(call, page, toDelivery);
  },
});

const replay = operation({
  ...common,
  id: "replayWebhookDelivery",
  method: "post",
  path: `${one}/deliveries/{delivery_id}/replay`,
  summary: "Send a message again",
  needs: [["update", "webhook"]],
  params: params.extend({ delivery_id: z.uuid() }),
  refuses: [409],
  async handle({ actor, params }) {
    await replayWebhookDelivery(actor, { id: params.webhook_id, deliveryId: params.delivery_id });
    return undefined;
  },
});

export const webhookOperations = [
  list,
  create,
  get,
  update,
  remove,
  rotate,
  testOne,
  listDeliveries,
  replay,
];
