import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import Stripe from "stripe";

type Checkout = {
  id: string;
  amount: number;
  metadata: Record<string, string>;
  successUrl: string;
};

const key = "sk_test_stand-in";
const webhookSecret = "whsec_stand-in";

/**
 * The part of Stripe that Wattdesk speaks with, over HTTP on this machine: creating a payment page
 * (once for each idempotency key), the page itself, and the signed report of the payment.
 * @param reportTo where the report of a payment goes; the answer of the last one is kept
 */
export async function startStripeStandIn(reportTo: () => string) {
  const byKey = new Map<string, Checkout>();
  const checkouts = new Map<string, Checkout>();
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const address = new URL(request.url ?? "/", `http://${request.headers.host}`);
    const answer = (status: number, content: object) =>
      response
        .writeHead(status, { "content-type": "application/json" })
        .end(JSON.stringify(content));
    if (address.pathname === "/v1/checkout/sessions") {
      if (request.headers.authorization !== `Bearer ${key}`) {
        return answer(401, { error: { type: "invalid_request_error", message: "Wrong key." } });
      }
      const idempotencyKey = String(request.headers["idempotency-key"]);
      const checkout = byKey.get(idempotencyKey) ?? readCheckout(new URLSearchParams(body));
      byKey.set(idempotencyKey, checkout);
      checkouts.set(checkout.id, checkout);
      const url = `http://${request.headers.host}/pay/${checkout.id}`;
      return answer(200, { id: checkout.id, object: "checkout.session", url });
    }
    const checkout = checkouts.get(address.pathname.split("/")[2] ?? "");
    if (!checkout) return answer(404, {});
    if (request.method === "POST") {
      await report(reportTo(), checkout, checkout.amount);
      return response.writeHead(303, { location: checkout.successUrl }).end();
    }
    response
      .writeHead(200, { "content-type": "text/html" })
      .end(`<h1>${checkout.amount}</h1><form method="post"><button>Pay now</button></form>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    variables: {
      STRIPE_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      STRIPE_SECRET_KEY: key,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function readCheckout(form: URLSearchParams): Checkout {
  return {
    id: `cs_test_${randomUUID()}`,
    amount: Number(form.get("line_items[0][price_data][unit_amount]")),
    metadata: {
      organizationId: form.get("metadata[organizationId]") ?? "",
      invoiceId: form.get("metadata[invoiceId]") ?? "",
    },
    successUrl: form.get("success_url") ?? "",
  };
}

/** A payment's report as Stripe would send it. */
export function signedReport(
  checkout: Pick<Checkout, "metadata">,
  amount: number,
): { body: string; signature: string } {
  const body = JSON.stringify({
    id: `evt_${randomUUID()}`,
    object: "event",
    type: "checkout.session.completed",
    data: {
      object: {
        object: "checkout.session",
        payment_status: "paid",
        amount_total: amount,
        payment_intent: "pi_stand-in",
        metadata: checkout.metadata,
      },
    },
  });
  return { body, signature: signReport(body) };
}

/** @returns Stripe's signature of a report, as its header holds it */
export const signReport = (body: string) =>
  Stripe.webhooks.generateTestHeaderString({ payload: body, secret: webhookSecret });

async function report(address: string, checkout: Checkout, amount: number): Promise<void> {
  const { body, signature } = signedReport(checkout, amount);
  await fetch(address, { method: "POST", body, headers: { "stripe-signature": signature } });
}
