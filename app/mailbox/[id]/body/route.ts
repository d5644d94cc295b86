import { routeHandler } from "@/app/_server/route-handler";
import { getMailboxMessage } from "@/lib/platform/mail/mailbox";

type Context = { params: Promise<{ id: string }> };

const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** A mail as its reader's program would show it: no scripts, nothing loaded from elsewhere. */
export const GET = routeHandler(async (_, { params }: Context) => {
  const { html } = await getMailboxMessage((await params).id);
  return new Response(html.replaceAll("<a ", '<a target="_top" '), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    },
  });
});
