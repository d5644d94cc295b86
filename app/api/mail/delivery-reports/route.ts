import { routeHandler } from "@/app/_server/route-handler";
import { getLoginContext } from "@/app/_server/viewer";
import { receiveDeliveryReport } from "@/lib/platform/mail/receive-delivery-report";

const maxBytes = 64_000;

/** Resend's webhook. The signature is the only credential. */
export const POST = routeHandler(
  async (request) => {
    const body = await request.text();
    if (body.length > maxBytes) return new Response(null, { status: 413 });
    const { requestId } = await getLoginContext();
    await receiveDeliveryReport(
      {
        body,
        id: request.headers.get("svix-id"),
        timestamp: request.headers.get("svix-timestamp"),
        signature: request.headers.get("svix-signature"),
      },
      requestId,
    );
    return new Response(null, { status: 204 });
  },
  { isForPrograms: true },
);
