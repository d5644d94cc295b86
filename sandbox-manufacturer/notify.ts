import { setTimeout as pause } from "node:timers/promises";
import { Webhook } from "standardwebhooks";
import { configuration } from "./configuration";
import { secret } from "./world";

/** Tells a client what happened, signed; three tries, then it has to find out by reading. */
export async function notify(
  url: string,
  type: string,
  data: Record<string, unknown>,
): Promise<void> {
  const id = `msg_${secret()}`;
  const body = JSON.stringify({ type, timestamp: new Date().toISOString(), data });
  const sentAt = new Date();
  const headers = {
    "content-type": "application/json",
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(sentAt.getTime() / 1000)),
    "webhook-signature": new Webhook(configuration.SANDBOX_MANUFACTURER_WEBHOOK_SECRET).sign(
      id,
      sentAt,
      body,
    ),
  };
  for (const wait of [0, 1000, 5000]) {
    await pause(wait);
    const answer = await fetch(url, {
      method: "POST",
      headers,
      body,
      signal: AbortSignal.timeout(5000),
    }).catch(() => undefined);
    if (answer?.ok) return;
  }
}
