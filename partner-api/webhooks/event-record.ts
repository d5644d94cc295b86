import type { Actor } from "@/lib/core/access/actor";
import { NotFound } from "@/lib/core/errors";
import { z } from "@/lib/core/validation/problems";
import { getFleetDeviceRecord } from "@/lib/devices/devices/device-records";
import { getChargingSession } from "@/lib/devices/telemetry/list-charging-sessions";
import type { QueuedEvent } from "@/lib/platform/webhooks/event-records";
import { getPerson } from "@/lib/team/people/person-records";
import { toDevice } from "../devices/device-record";
import { toSession } from "../devices/session-operations";
import { toUser } from "../people/user-record";
import { type RecordOfEvent, webhookMessages } from "./webhook-messages";

type Read = (actor: Actor, data: unknown) => Promise<Record<string, unknown>>;

const userData = z.object({ user_id: z.uuid() });
const deviceData = z.object({ device_id: z.uuid() });
const sessionData = deviceData.extend({ charging_session_id: z.uuid() });

const readers: Record<RecordOfEvent, Read> = {
  async user(actor, data) {
    return toUser(await getPerson(actor, { id: userData.parse(data).user_id }));
  },
  async device(actor, data) {
    return toDevice(await getFleetDeviceRecord(actor, { id: deviceData.parse(data).device_id }));
  },
  async chargingSession(actor, data) {
    const { device_id: id, charging_session_id: sessionId } = sessionData.parse(data);
    return toSession(await getChargingSession(actor, { id, sessionId }));
  },
};

/** The record that an event is about, as the API answers it; null when it was deleted or the API has no such record. */
export async function readApiRecord(actor: Actor, { type, data }: QueuedEvent) {
  const { record } = webhookMessages[type];
  if (!record) return null;
  try {
    return await readers[record](actor, data);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
