import "server-only";
import { eq } from "drizzle-orm";
import Stripe from "stripe";
import { invoices } from "@/db/schema";
import { type Actor, systemActor } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { environment } from "@/lib/core/env";
import { Conflict, Forbidden, NotFound, Unavailable } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { parseInput } from "@/lib/core/validation/parse-input";
import { parseJson } from "@/lib/core/validation/parse-json";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { invoiceReference } from "./billing-schema";
import { recordPayment } from "./invoice-reminders";

/** Whether invoices can be paid by card here: a key of Stripe is set. */
export const hasCardPayments = () => environment().STRIPE_SECRET_KEY !== undefined;

function stripe(): Stripe {
  const { STRIPE_SECRET_KEY, STRIPE_API_URL } = environment();
  if (!STRIPE_SECRET_KEY) throw new Unavailable();
  const { hostname, port, protocol } = new URL(STRIPE_API_URL ?? "https://api.stripe.com");
  return new Stripe(STRIPE_SECRET_KEY, {
    host: hostname,
    ...(port && { port }),
    protocol: protocol === "http:" ? "http" : "https",
    timeout: 10_000,
    maxNetworkRetries: 2,
    telemetry: false,
  });
}

/**
 * Opens Stripe's payment page for an invoice. Asked twice, Stripe answers with the same page.
 * @returns the page's address
 * @throws Conflict `invoicePaid` when nothing is owed any more
 * @throws Unavailable when Stripe cannot be reached
 */
export async function startCardPayment(actor: Actor, input: unknown): Promise<string> {
  const invoice = await beginCardPayment.from(actor, input);
  const address = `${environment().BASE_URL}/settings/billing/invoices/${invoice.id}`;
  try {
    const session = await stripe().checkout.sessions.create(
      {
        mode: "payment",
        client_reference_id: invoice.id,
        metadata: { organizationId: invoice.organizationId, invoiceId: invoice.id },
        success_url: `${address}?paid=1`,
        cancel_url: address,
        line_items: [
          {
            quantity: 1,
            price_data: {
              currency: invoice.currency.toLowerCase(),
              unit_amount: invoice.grossCents,
              product_data: { name: invoice.number },
            },
          },
        ],
      },
      { idempotencyKey: `invoice-${invoice.id}` },
    );
    if (session.url) return session.url;
  } catch (error) {
    log.error({ requestId: actor.requestId, err: error }, "card payment could not be started");
  }
  throw new Unavailable();
}

/** Writes down that somebody is about to pay an invoice by card. */
export const beginCardPayment = defineCommand({
  name: "beginCardPayment",
  input: invoiceReference,
  requires: { action: "update", resource: "billing" },
  async run({ input, transaction }) {
    const [invoice] = await transaction.select().from(invoices).where(eq(invoices.id, input.id));
    if (!invoice) throw new NotFound();
    if (invoice.state === "paid") throw new Conflict("invoicePaid");
    await transaction
      .update(invoices)
      .set({ cardPaymentBegunAt: now() })
      .where(eq(invoices.id, invoice.id));
    return {
      result: invoice,
      audit: [
        {
          action: "invoice.payment-started",
          target: { type: "invoice", id: invoice.id, name: invoice.number },
        },
      ],
    };
  },
});

const stripeEvent = z.object({
  id: z.string(),
  type: z.string(),
  data: z.object({ object: z.unknown() }),
});

const paidCheckout = z.object({
  payment_status: z.string(),
  amount_total: z.number().int(),
  payment_intent: z.string().nullish(),
  metadata: z.object({ organizationId: z.uuid(), invoiceId: z.uuid() }),
});

/**
 * Takes a report of Stripe's webhook, once its signature has been checked.
 * @throws Forbidden when the signature is wrong or no webhook secret is configured
 * @throws Invalid when it is signed and no event
 */
export async function receiveCardPayment(
  body: string,
  signature: string | null,
  requestId: string,
): Promise<void> {
  requireSignature(body, signature);
  const event = parseInput(stripeEvent, parseJson(body));
  if (!event.type.startsWith("checkout.session.")) return;
  const checkout = paidCheckout.safeParse(event.data.object);
  if (!checkout.success || checkout.data.payment_status !== "paid") return;
  const { metadata, amount_total, payment_intent } = checkout.data;
  const { isPaid } = await recordPayment(systemActor(metadata.organizationId, requestId), {
    invoice: { id: metadata.invoiceId },
    by: "card",
    reference: payment_intent ?? event.id,
    amountCents: amount_total,
  });
  if (!isPaid) log.warn({ requestId, eventId: event.id }, "a card payment fits no open invoice");
}

function requireSignature(body: string, signature: string | null): void {
  const { STRIPE_WEBHOOK_SECRET } = environment();
  if (!STRIPE_WEBHOOK_SECRET) throw new Forbidden("No webhook secret is configured.");
  if (signature === null) throw new Forbidden("The report is not signed.");
  try {
    stripe().webhooks.constructEvent(body, signature, STRIPE_WEBHOOK_SECRET);
  } catch (error) {
    // The library parses what it has verified.
    if (error instanceof SyntaxError) return;
    throw new Forbidden("The report's signature is wrong.");
  }
}
