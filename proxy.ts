import { type NextRequest, NextResponse } from "next/server";

/**
 * Sets the headers of pages and calls, and nothing else (those of every response are the server's): whether a request may do what it asks is decided in the use-cases.
 */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, request.nextUrl.pathname);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-request-id", crypto.randomUUID());
  headers.set("content-security-policy", policy);
  headers.set("x-pathname", request.nextUrl.pathname + request.nextUrl.search);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-frame-options", "DENY");
  // Only ever the origin: the path may hold an invitation's token. `no-referrer` would also turn the
  // Origin of a form that is posted without JavaScript into "null".
  response.headers.set("referrer-policy", "strict-origin");
  response.headers.set("cross-origin-opener-policy", "same-origin");
  response.headers.set("cross-origin-resource-policy", "same-origin");
  response.headers.set(
    "permissions-policy",
    "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
  );
  return response;
}

/**
 * Where a page's forms may lead. That of a connect link goes on to the login of a manufacturer, whichever it is;
 * browsers without JavaScript check that at the form.
 */
function formTargets(pathname: string): string {
  if (!pathname.startsWith("/connect/")) return "'self'";
  return ["'self'", "https:", process.env.SANDBOX_MANUFACTURER_URL].filter(Boolean).join(" ");
}

function contentSecurityPolicy(nonce: string, pathname: string): string {
  const isDevelopment = process.env.NODE_ENV === "development";
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    `form-action ${formTargets(pathname)}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

// The mailbox shows a mail in a frame, under its own policy.
export const config = {
  matcher: ["/((?!_next/static|_next/image|mailbox/[^/]+/body|icon.svg).*)"],
};
