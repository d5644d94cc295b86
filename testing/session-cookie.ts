import { encode } from "next-auth/jwt";
import type { TestPerson } from "./organization";

const cookieName = "__Host-wattdesk-session";

/** The login cookie of a person, as the portal itself would have set it. @param secret the portal's AUTH_SECRET */
export async function sessionCookieOf(
  { organizationId, id, sessionId }: TestPerson,
  secret: string,
): Promise<string> {
  const value = await encode({
    token: { organizationId, userId: id, sessionId },
    secret,
    salt: cookieName,
  });
  return `${cookieName}=${value}`;
}
