import "server-only";
import { cache } from "react";
import { NotFound } from "@/lib/core/errors";
import { viewCue } from "@/lib/devices/connections/connect-sessions";
import { readCue } from "@/lib/devices/connections/cue-secret";
import { cleanLinkPart } from "@/lib/identity/auth/link-token";
import { anonymousActor } from "@/lib/identity/auth/log-in";
import { getLoginContext } from "./viewer";

/** What the authorization URL of a device opens, looked up once for each request; undefined when it has run out. */
export const readDeviceLink = cache(async (id: string, given: string) => {
  const secret = cleanLinkPart(given);
  const signed = readCue(id, secret);
  if (!signed) return undefined;
  const anonymous = anonymousActor(signed, await getLoginContext());
  try {
    return { anonymous, secret, cue: await viewCue(anonymous, { deviceId: id }) };
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
});
