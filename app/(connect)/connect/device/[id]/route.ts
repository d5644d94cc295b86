import { redirect } from "next/navigation";
import { routeHandler } from "@/app/_server/route-handler";
import { getLoginContext } from "@/app/_server/viewer";
import { NotFound } from "@/lib/core/errors";
import { resolveCue } from "@/lib/devices/connections/connect-sessions";
import { readCue } from "@/lib/devices/connections/cue-secret";
import { cleanLinkPart } from "@/lib/identity/auth/link-token";
import { anonymousActor } from "@/lib/identity/auth/log-in";
import { consumeLimits } from "@/lib/identity/auth/rate-limits";

type Context = { params: Promise<{ id: string }> };

/** The authorization URL of a device, as the API hands it out: creates a separate link and redirects to it. */
export const GET = routeHandler(async (request, { params }: Context) => {
  const { id } = await params;
  const loginContext = await getLoginContext();
  const secret = new URL(request.url).searchParams.get("secret");
  const cue = readCue(id, secret === null ? secret : cleanLinkPart(secret));
  if (!cue) redirect("/connect/lost");
  let address = "/connect/lost";
  try {
    await consumeLimits([{ limit: "connect-address", address: loginContext.clientAddress }]);
    const { token } = await resolveCue(anonymousActor(cue, loginContext), {
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
