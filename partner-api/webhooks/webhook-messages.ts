import { pascalCase } from "change-case";
import { z } from "@/lib/core/validation/problems";
import { connectionStates } from "@/lib/devices/devices/device-terms";
import { type WebhookEvent, webhookEvents } from "@/lib/platform/webhooks/webhook-events";
import { deviceKinds } from "../devices/device-kinds";
import { sessionSchema } from "../devices/session-operations";
import { moment, shownText } from "../fields";
import { userSchema } from "../people/user-record";

const recordSchemas = {
  user: userSchema,
  device: z.union(deviceKinds.map(({ schema }) => schema)),
  chargingSession: sessionSchema,
} as const;

export type RecordOfEvent = keyof typeof recordSchemas;

type MessageDefinition = {
  /** When the message is sent. */
  summary: string;
  data: Record<string, z.ZodType>;
  /** What `record` contains where the webhook includes records; undefined: the API has no such record. */
  record?: RecordOfEvent;
};

const id = z.uuid();
const common = { organization_id: id, happened_at: moment };
const ofUser = { data: { ...common, user_id: id }, record: "user" } as const;
const ofDevice = { data: { ...common, device_id: id }, record: "device" } as const;
const ofIncident = { data: { ...common, incident_id: id } } as const;
const ofCase = { data: { ...common, case_id: id } } as const;
const ofSession = {
  data: { ...common, device_id: id, charging_session_id: id },
  record: "chargingSession",
} as const;
const ofConnection = {
  data: {
    organization_id: id,
    device_id: id,
    user_id: id,
    manufacturer: z.string(),
    connection: z.enum(connectionStates),
    reason: shownText,
    changed_at: moment,
  },
  record: "device",
} as const;

/** What each event's message contains; the reference, the OpenAPI document and the messages' tests derive from it. */
export const webhookMessages: Record<WebhookEvent, MessageDefinition> = {
  "user.created": { ...ofUser, summary: "An end-user was created." },
  "user.updated": { ...ofUser, summary: "An end-user's data was updated." },
  "user.deleted": { ...ofUser, summary: "An end-user was deleted or erased." },
  "device.created": { ...ofDevice, summary: "A device was added." },
  "device.updated": {
    ...ofDevice,
    summary:
      "A device's settings, pause, boost or reported state (other than measured numbers) changed. At most one message per device in 30 seconds.",
  },
  "device.deleted": { ...ofDevice, summary: "A device was deleted." },
  "device.connected": { ...ofConnection, summary: "A device was connected or reconnected." },
  "device.disconnected": { ...ofConnection, summary: "A device lost its connection." },
  "device.needs_reconnection": {
    ...ofConnection,
    summary: "A device's end-user has to authorize the connection again.",
  },
  "charging_session.started": { ...ofSession, summary: "A vehicle was plugged in." },
  "charging_session.ended": { ...ofSession, summary: "A vehicle was unplugged." },
  "member.invited": { ...ofUser, summary: "A team member was invited." },
  "member.joined": { ...ofUser, summary: "A team member accepted their invitation." },
  "member.role_changed": { ...ofUser, summary: "A team member's role was changed." },
  "member.removed": { ...ofUser, summary: "A team member was removed." },
  "incident.opened": { ...ofIncident, summary: "An incident of a manufacturer was opened." },
  "incident.closed": { ...ofIncident, summary: "An incident of a manufacturer was closed." },
  "case.created": { ...ofCase, summary: "A support case was opened." },
  "case.updated": { ...ofCase, summary: "A support case was updated." },
  "case.answered": { ...ofCase, summary: "An answer was sent to the customer of a case." },
  "case.escalated": { ...ofCase, summary: "A case was escalated." },
};

/** An event's name in schemas and operations: `DeviceUpdated`. */
export const eventName = (event: WebhookEvent) => pascalCase(event);

function messageSchemaOf(event: WebhookEvent) {
  const { data, record } = webhookMessages[event];
  return z
    .object({
      type: z.literal(event),
      timestamp: moment.meta({ description: "When the message was queued." }),
      data: z.object({
        ...data,
        ...(record && {
          record: recordSchemas[record].nullable().optional().meta({
            description:
              "Where the webhook has `includes_record`: as the API answers it when the message is sent; null if it was deleted.",
          }),
        }),
      }),
    })
    .meta({ id: `${eventName(event)}Message` });
}

/** The schema of each event's message, by its type. */
export const messageSchemas = new Map(
  webhookEvents.map((event) => [event, messageSchemaOf(event)] as const),
);
