import { redirect } from "next/navigation";
import { readBrowserSecret } from "@/app/_server/connect-link";
import { routeHandler } from "@/app/_server/route-handler";
import { getLoginContext } from "@/app/_server/viewer";
import { completeConnection } from "@/lib/devices/connections/log-in-at-manufacturer";
import { isAppAddress } from "@/lib/devices/connections/return-address";
import { viewConnectLink } from "@/lib/devices/connections/view-connect-link";
import { anonymousActorOfLink } from "@/lib/identity/auth/reset-password";

/** Where a manufacturer's login leads back to. The state and the browser's own secret say whose login it was. */
export const GET = routeHandler(async (request) => {
  const callback = new URL(request.url).searchParams;
  const anonymous = anonymousActorOfLink(callback.get("state"), await getLoginContext());
  const browser = await readBrowserSecret();
  if (!anonymous || !browser) redirect("/connect/lost");
  const ended = await completeConnection(anonymous, callback, browser);
  if (ended.kind === "unknown") redirect("/connect/lost");
  const { token } = ended;
  if (ended.kind === "choose") redirect(`/connect/${token}/devices?attempt=${ended.attempt}`);
  const link = ended.kind === "done" ? await viewConnectLink(anonymous, { token }) : undefined;
  const back = link?.kind === "completed" ? link.successUrl : null;
  // A browser leads into an app from a page alone where a form began the way here (CSP, form-action).
  if (back && isAppAddress(back)) redirect(`/connect/${token}?return`);
  redirect(back ?? `/connect/${token}`);
});
