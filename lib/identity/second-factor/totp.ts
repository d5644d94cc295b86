import "server-only";
import { generateSecret, generateURI, verify } from "otplib";
import { now } from "@/lib/core/clock";

/** A clock may go wrong by a step; RFC 6238, section 5.2 advises against more. */
const toleratedSeconds = 30;

/** A new secret of 160 bits, in base32, as authenticator apps take it. */
export function newTotpSecret(): string {
  return generateSecret();
}

/** The address behind the QR code that an authenticator app reads. */
export function totpAddress(secret: string, issuer: string, label: string): string {
  return generateURI({ issuer, label, secret });
}

/**
 * Checks a code of an authenticator app.
 * @param afterTimeStep the step of the last accepted code: it and older ones are refused
 * @returns the code's time step, or undefined when it is wrong or was used before
 */
export async function checkTotp(
  secret: string,
  code: string,
  afterTimeStep: number | null,
): Promise<number | undefined> {
  if (!/^\d{6}$/.test(code)) return undefined;
  const result = await verify({
    secret,
    token: code,
    epoch: Math.floor(now().getTime() / 1000),
    epochTolerance: toleratedSeconds,
    ...(afterTimeStep === null ? {} : { afterTimeStep }),
  });
  return result.valid && "timeStep" in result ? result.timeStep : undefined;
}
