import { readDoor } from "@/app/_request/viewer";
import { Forbidden } from "@/lib/errors";
import { receiveDeliveryReport } from "@/lib/mail/receive-delivery-report";

const mostBytes = 64_000;

/** Resend's webhook. The signature is the only credential. */
export async function POST(request: Request) {
  const body = await request.text();
  if (body.length > mostBytes) return new Response(null, { status: 413 });
  const { requestId } = await readDoor();
  try {
    await receiveDeliveryReport(
      {
        body,
        id: request.headers.get("svix-id") ?? "",
        timestamp: request.headers.get("svix-timestamp") ?? "",
        signature: request.headers.get("svix-signature") ?? "",
      },
      requestId,
    );
  } catch (error) {
    if (error instanceof Forbidden) return new Response(null, { status: 403 });
    throw error;
  }
  return new Response(null, { status: 204 });
}
