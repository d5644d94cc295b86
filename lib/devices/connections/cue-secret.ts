import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { now } from "@/lib/core/clock";
import { environment } from "@/lib/core/env";
import { z } from "@/lib/core/validation/problems";

/** Minutes for which a cue's secret opens something. */
const lifeMinutes = 60;

const claims = z.tuple([z.uuid(), z.uuid(), z.number().int()]);

/**
 * The secret of a device's pending action: which device of which organization, and until when, signed. Nothing is
 * stored of it, so reading a device can hand one out; what it opens creates a separate link.
 */
export function signCue(organizationId: string, deviceId: string): string {
  const until = Math.floor(now().getTime() / 1000) + lifeMinutes * 60;
  const text = Buffer.from(JSON.stringify([organizationId, deviceId, until])).toString("base64url");
  return `${text}.${signatureOf(text).toString("base64url")}`;
}

/** @returns undefined for a secret that is not ours, is another device's, or has run out */
export function readCue(
  deviceId: string,
  secret: string | null | undefined,
): { organizationId: string } | undefined {
  if (!secret) return undefined;
  const [text = "", signature = ""] = secret.slice(0, 400).split(".", 2);
  const given = Buffer.from(signature, "base64url");
  const right = signatureOf(text);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const [organizationId, signed, until] = claims.parse(
    JSON.parse(Buffer.from(text, "base64url").toString("utf8")),
  );
  if (signed !== deviceId || until * 1000 < now().getTime()) return undefined;
  return { organizationId };
}

function signatureOf(text: string): Buffer {
  return createHmac("sha256", environment().AUTH_SECRET).update(`cue ${text}`).digest();
}
