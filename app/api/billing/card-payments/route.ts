import { routeHandler } from "@/app/_request/route-handler";
import { readDoor } from "@/app/_request/viewer";
import { receiveCardPayment } from "@/lib/billing/card-payments";

const mostBytes = 256_000;

/** Stripe's webhook. The signature is the only credential. */
export const POST = routeHandler(
  async (request) => {
    const body = await request.text();
    if (body.length > mostBytes) return new Response(null, { status: 413 });
    const { requestId } = await readDoor();
    await receiveCardPayment(body, request.headers.get("stripe-signature") ?? "", requestId);
    return new Response(null, { status: 204 });
  },
  { isForPrograms: true },
);
