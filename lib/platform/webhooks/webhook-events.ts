/** What a webhook can be told of. Those of devices' connections are written by the database itself. */
export const webhookEvents = [
  "user.created",
  "user.updated",
  "user.deleted",
  "device.created",
  "device.deleted",
  "device.connected",
  "device.disconnected",
  "device.needs_reconnection",
  "member.invited",
  "member.joined",
  "member.role_changed",
  "member.removed",
  "incident.opened",
  "incident.closed",
  "case.created",
  "case.updated",
  "case.answered",
  "case.escalated",
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];
