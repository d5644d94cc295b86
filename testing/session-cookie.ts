import { createHash, randomBytes } from "node:crypto";

/** A token as the portal makes it for the cookie of a session. */
export const newSessionToken = (organizationId: string) =>
  `${organizationId}.${randomBytes(32).toString("base64url")}`;

/** What the portal stores of it. */
export const hashSessionToken = (token: string) => createHash("sha256").update(token).digest();

/** The login cookie of a person, as the portal itself would have set it. */
export const sessionCookieOf = ({ sessionToken }: { sessionToken: string }) =>
  `__Host-wattdesk-session=${sessionToken}`;
