import { readDoor } from "@/app/_request/viewer";
import { receiveCardPayment } from "@/lib/billing/card-payments";
import { Forbidden } from "@/lib/errors";

const mostBytes = 256_000;

/** Stripe's webhook. The signature is the only credential. */
export async function POST(request: Request) {
  const body = await request.text();
  if (body.length > mostBytes) return new Response(null, { status: 413 });
  const { requestId } = await readDoor();
  try {
    await receiveCardPayment(body, request.headers.get("stripe-signature") ?? "", requestId);
  } catch (error) {
    if (error instanceof Forbidden) return new Response(null, { status: 403 });
    throw error;
  }
  return new Response(null, { status: 204 });
}
