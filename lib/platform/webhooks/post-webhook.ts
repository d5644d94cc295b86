import "server-only";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { useAgent } from "request-filtering-agent";
import { Webhook } from "standardwebhooks";
import { now } from "@/lib/core/clock";
import { environment } from "@/lib/core/env";

const timeout = 10_000;

type SignedMessage = {
  id: string;
  body: string;
  /** The message is signed with each: the receiver may have any of them. */
  secrets: string[];
};

/**
 * Posts a message signed by the Standard Webhooks scheme. Addresses inside our own network are refused
 * after their name has been resolved, and redirects are not followed.
 * @throws Error with a text for the person who set the address up, when delivery failed
 */
export function postWebhook(url: string, { id, body, secrets }: SignedMessage): Promise<void> {
  const timestamp = now();
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "user-agent": "Wattdesk-Webhooks",
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(timestamp.getTime() / 1000)),
    "webhook-signature": secrets
      .map((secret) => new Webhook(secret).sign(id, timestamp, body))
      .join(" "),
  };
  const { ALLOW_PRIVATE_WEBHOOKS: allowPrivateIPAddress, ALLOW_INSECURE_WEBHOOKS } = environment();
  if (!url.startsWith("https:") && !ALLOW_INSECURE_WEBHOOKS) {
    return Promise.reject(new Error("the address is not https"));
  }
  const request = url.startsWith("https:") ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: "POST",
        headers,
        agent: useAgent(url, { allowPrivateIPAddress, allowMetaIPAddress: allowPrivateIPAddress }),
        signal: AbortSignal.timeout(timeout),
      },
      (response) => {
        response.resume();
        const status = response.statusCode ?? 0;
        if (status >= 200 && status < 300) resolve();
        else reject(new Error(`HTTP ${status}`));
      },
    );
    sent.on("error", (error) => reject(inWords(error)));
    sent.end(body);
  });
}

/** What may be shown of an error: which, but nothing of our network. */
function inWords(error: Error & { code?: string }): Error {
  if (error.name === "TimeoutError" || error.name === "AbortError") {
    return new Error("no answer within 10 seconds");
  }
  if (/is not allowed/.test(error.message)) return new Error("the address is not a public one");
  return new Error(error.code ?? "the connection failed");
}
