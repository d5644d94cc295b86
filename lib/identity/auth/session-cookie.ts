import "server-only";
import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { environment } from "@/lib/core/env";

declare module "next-auth" {
  interface User {
    sessionToken?: string;
  }
}

export const sessionCookieName = "__Host-wattdesk-session";
const cookieOptions = { httpOnly: true, sameSite: "lax", path: "/", secure: true } as const;

/** The longest a cookie may live; the session's row ends sooner. */
const cookieSeconds = 7 * 24 * 60 * 60;

/**
 * Auth.js sets and clears the cookie and does nothing else: its routes are not mounted, and a session begins and
 * ends only in our own use-cases. The cookie is the session's token itself, with no JWT around it.
 */
const { signIn, signOut } = NextAuth(() => ({
  secret: environment().AUTH_SECRET,
  trustHost: true,
  session: { strategy: "jwt", maxAge: cookieSeconds },
  jwt: {
    encode: ({ token }) => String(token?.sessionToken),
    decode: ({ token }) => ({ sessionToken: token }),
  },
  pages: { signIn: "/accounts/login" },
  cookies: {
    sessionToken: { name: sessionCookieName, options: cookieOptions },
    callbackUrl: { name: "__Host-wattdesk-callback", options: cookieOptions },
    csrfToken: { name: "__Host-wattdesk-csrf", options: cookieOptions },
  },
  providers: [
    Credentials({
      credentials: { sessionToken: {} },
      authorize: ({ sessionToken }) => (typeof sessionToken === "string" ? { sessionToken } : null),
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sessionToken: user.sessionToken } : token),
  },
}));

/** Sets the cookie of a session that a use-case has just started. */
export async function setSessionCookie({ token }: { token: string }): Promise<void> {
  await signIn("credentials", { sessionToken: token, redirect: false });
}

export async function clearSessionCookie(): Promise<void> {
  await signOut({ redirect: false });
}
