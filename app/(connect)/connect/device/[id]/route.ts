import { redirect } from "next/navigation";
import { routeHandler } from "@/app/_request/route-handler";
import { getLoginContext } from "@/app/_request/viewer";
import { lineOf } from "@/lib/auth/client-address";
import { visitorOf } from "@/lib/auth/log-in";
import { consumeLimits } from "@/lib/auth/rate-limits";
import { resolveCue } from "@/lib/connections/connect-sessions";
import { readCue } from "@/lib/connections/cue-secret";
import { NotFound } from "@/lib/errors";

type Context = { params: Promise<{ id: string }> };

/** The authorization URL of a device, as the API hands it out: creates a separate link and redirects to it. */
export const GET = routeHandler(async (request, { params }: Context) => {
  const { id } = await params;
  const door = await getLoginContext();
  const cue = readCue(id, new URL(request.url).searchParams.get("secret") ?? "");
  if (!cue) redirect("/connect/lost");
  let address = "/connect/lost";
  try {
    await consumeLimits([
      { limit: "connect-address", key: lineOf(door.clientAddress ?? "unknown") },
    ]);
    const { token } = await resolveCue(visitorOf(cue, door), {
      deviceId: id,
      successUrl: null,
      cancelUrl: null,
    });
    address = `/connect/${token}`;
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
  }
  redirect(address);
});
