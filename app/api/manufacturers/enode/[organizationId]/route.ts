import { routeHandler } from "@/app/_server/route-handler";
import { getLoginContext } from "@/app/_server/viewer";
import { receiveEnodeEvents } from "@/lib/devices/connections/receive-manufacturer-event";

const maxBytes = 1_000_000;

type Context = { params: Promise<{ organizationId: string }> };

/** Enode's webhook. The signature is the only credential. */
export const POST = routeHandler(
  async (request, { params }: Context) => {
    const body = await request.text();
    if (body.length > maxBytes) return new Response(null, { status: 413 });
    const { organizationId } = await params;
    const { requestId } = await getLoginContext();
    const signature = request.headers.get("x-enode-signature");
    const isTaken = await receiveEnodeEvents(organizationId, requestId, { body, signature });
    return new Response(null, { status: isTaken ? 200 : 403 });
  },
  { isForPrograms: true },
);
