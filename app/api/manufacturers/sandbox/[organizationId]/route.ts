import { routeHandler } from "@/app/_request/route-handler";
import { readDoor } from "@/app/_request/viewer";
import { receiveSandboxEvent } from "@/lib/connections/receive-manufacturer-event";

const mostBytes = 64_000;

type Context = { params: Promise<{ organizationId: string }> };

/** What the sandbox's manufacturers tell. The signature is the only credential. */
export const POST = routeHandler(
  async (request, { params }: Context) => {
    const body = await request.text();
    if (body.length > mostBytes) return new Response(null, { status: 413 });
    const { organizationId } = await params;
    const { requestId } = await readDoor();
    const headers = Object.fromEntries(request.headers);
    const isTaken = await receiveSandboxEvent(organizationId, requestId, { body, headers });
    return new Response(null, { status: isTaken ? 204 : 403 });
  },
  { isForPrograms: true },
);
