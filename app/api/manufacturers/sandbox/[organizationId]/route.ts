import { routeHandler } from "@/app/_server/route-handler";
import { getLoginContext } from "@/app/_server/viewer";
import { receiveSandboxEvent } from "@/lib/devices/connections/receive-manufacturer-event";

const maxBytes = 64_000;

type Context = { params: Promise<{ organizationId: string }> };

/** What the sandbox's manufacturers tell. The signature is the only credential. */
export const POST = routeHandler(
  async (request, { params }: Context) => {
    const body = await request.text();
    if (body.length > maxBytes) return new Response(null, { status: 413 });
    const { organizationId } = await params;
    const { requestId } = await getLoginContext();
    const headers = Object.fromEntries(request.headers);
    const isTaken = await receiveSandboxEvent(organizationId, requestId, { body, headers });
    return new Response(null, { status: isTaken ? 204 : 403 });
  },
  { isForPrograms: true },
);
