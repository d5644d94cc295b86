import { redirect } from "next/navigation";
import { readBrowserSecret } from "@/app/_request/connect-link";
import { routeHandler } from "@/app/_request/route-handler";
import { getLoginContext } from "@/app/_request/viewer";
import { visitorOfLink } from "@/lib/auth/reset-password";
import { completeConnection } from "@/lib/connections/log-in-at-manufacturer";
import { viewConnectLink } from "@/lib/connections/view-connect-link";

/** Where a manufacturer's login leads back to. The state and the browser's own secret say whose login it was. */
export const GET = routeHandler(async (request) => {
  const callback = new URL(request.url).searchParams;
  const visitor = visitorOfLink(callback.get("state") ?? "", await getLoginContext());
  const browser = await readBrowserSecret();
  if (!visitor || !browser) redirect("/connect/lost");
  const ended = await completeConnection(visitor, callback, browser);
  if (ended.kind === "unknown") redirect("/connect/lost");
  const { token } = ended;
  if (ended.kind === "choose") redirect(`/connect/${token}/devices?attempt=${ended.attempt}`);
  const link = ended.kind === "done" ? await viewConnectLink(visitor, { token }) : undefined;
  const back = link?.kind === "completed" ? link.successUrl : null;
  redirect(back ?? `/connect/${token}`);
});
