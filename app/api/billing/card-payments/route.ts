import { routeHandler } from "@/app/_server/route-handler";
import { getLoginContext } from "@/app/_server/viewer";
import { receiveCardPayment } from "@/lib/organization/billing/card-payments";

const maxBytes = 256_000;

/** Stripe's webhook. The signature is the only credential. */
export const POST = routeHandler(
  async (request) => {
    const body = await request.text();
    if (body.length > maxBytes) return new Response(null, { status: 413 });
    const { requestId } = await getLoginContext();
    await receiveCardPayment(body, request.headers.get("stripe-signature"), requestId);
    return new Response(null, { status: 204 });
  },
  { isForPrograms: true },
);
