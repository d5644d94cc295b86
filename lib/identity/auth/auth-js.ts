import "server-only";
import NextAuth from "next-auth";
import { getToken } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { environment } from "@/lib/core/env";
import { openSessionTicket, type SessionReference, sessionReference } from "./session-ticket";

const cookieName = "__Host-wattdesk-session";
const cookieOptions = { httpOnly: true, sameSite: "lax", path: "/", secure: true } as const;

/** The longest a cookie may live; the session's row ends sooner. */
const cookieSeconds = 7 * 24 * 60 * 60;

/**
 * Auth.js keeps the cookie and nothing else. Its routes are not mounted: a session begins and ends
 * only in our own use-cases, and the cookie's claim is checked against the database on each request.
 */
const { signIn, signOut } = NextAuth(() => ({
  secret: environment().AUTH_SECRET,
  trustHost: true,
  session: { strategy: "jwt", maxAge: cookieSeconds },
  pages: { signIn: "/accounts/login" },
  cookies: {
    sessionToken: { name: cookieName, options: cookieOptions },
    callbackUrl: { name: "__Host-wattdesk-callback", options: cookieOptions },
    csrfToken: { name: "__Host-wattdesk-csrf", options: cookieOptions },
  },
  providers: [
    Credentials({
      credentials: { ticket: {} },
      authorize: ({ ticket }) => {
        const reference = openSessionTicket(ticket);
        return reference && { id: reference.userId, reference };
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) =>
      user && "reference" in user ? { ...(user.reference as SessionReference) } : token,
  },
}));

/** Sets the cookie of a session that a use-case has just started. */
export async function setSessionCookie(ticket: string): Promise<void> {
  await signIn("credentials", { ticket, redirect: false });
}

export async function clearSessionCookie(): Promise<void> {
  await signOut({ redirect: false });
}

/** What the cookie of a request claims, its signature checked; says nothing of whether it still holds. */
export async function readSessionCookie(headers: Headers): Promise<SessionReference | null> {
  const token = await getToken({
    req: { headers },
    secret: environment().AUTH_SECRET,
    cookieName,
    salt: cookieName,
  });
  const parsed = sessionReference.safeParse(token);
  return parsed.success ? parsed.data : null;
}
