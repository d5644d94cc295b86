import "server-only";
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { and, eq, lt, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { secondFactors, sessions, users } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { environment } from "@/lib/core/env";
import { Invalid, NotFound } from "@/lib/core/errors";
import { addressOfSlug } from "@/lib/core/organizations/organization-host";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { accountOf } from "@/lib/core/people/name-columns";
import { personName } from "@/lib/core/people/person-name";

/**
 * Passkeys belong to the portal's own host (W3C WebAuthn 3, relying party identifier), and so work at the
 * hosts of its organizations below it too.
 */
async function relyingParty(transaction: Transaction) {
  const { BASE_URL } = environment();
  const organization = await getOrganization(transaction);
  const own = organization ? [addressOfSlug(organization.slug, BASE_URL)] : [];
  return { id: new URL(BASE_URL).hostname, origins: [BASE_URL, ...own] };
}

/** The person's passkeys. */
function passkeysOf(transaction: Transaction, userId: string) {
  return transaction
    .select()
    .from(secondFactors)
    .where(and(eq(secondFactors.userId, userId), eq(secondFactors.kind, "passkey")));
}

/** What names a passkey to the browser. */
function descriptors(passkeys: { credentialId: string | null; transports: string[] | null }[]) {
  return passkeys.flatMap(({ credentialId, transports }) =>
    credentialId ? [{ id: credentialId, ...(transports && { transports }) }] : [],
  );
}

async function saveChallenge(
  transaction: Transaction,
  sessionId: string,
  passkeyChallenge: string,
): Promise<void> {
  await transaction.update(sessions).set({ passkeyChallenge }).where(eq(sessions.id, sessionId));
}

/** Takes the session's challenge, which no other answer can use after this one. */
async function spendChallenge(transaction: Transaction, sessionId: string): Promise<string> {
  const [session] = await transaction
    .select({ challenge: sessions.passkeyChallenge })
    .from(sessions)
    .where(eq(sessions.id, sessionId))
    .for("no key update");
  await transaction
    .update(sessions)
    .set({ passkeyChallenge: null })
    .where(eq(sessions.id, sessionId));
  if (!session?.challenge) throw new Invalid({ code: "passkeyRefused" });
  return session.challenge;
}

/** What the browser needs to make a new passkey for a person. */
export async function beginRegistration(
  transaction: Transaction,
  userId: string,
  sessionId: string,
) {
  const [person] = await transaction.select().from(users).where(eq(users.id, userId));
  const organization = await getOrganization(transaction);
  if (!person || !organization) throw new NotFound();
  const options = await generateRegistrationOptions({
    rpName: `Wattdesk ${organization.name}`,
    rpID: (await relyingParty(transaction)).id,
    userID: new Uint8Array(Buffer.from(userId)),
    userName: accountOf(person).email,
    userDisplayName: personName(person),
    attestationType: "none",
    excludeCredentials: descriptors(await passkeysOf(transaction, userId)),
    authenticatorSelection: { residentKey: "discouraged", userVerification: "preferred" },
  });
  await saveChallenge(transaction, sessionId, options.challenge);
  return options;
}

/**
 * Checks a browser's answer to a registration.
 * @returns the credential to keep
 * @throws Invalid when it is not an answer to this session's challenge
 */
export async function finishRegistration(
  transaction: Transaction,
  sessionId: string,
  answer: string,
) {
  const expectedChallenge = await spendChallenge(transaction, sessionId);
  const party = await relyingParty(transaction);
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: JSON.parse(answer) as RegistrationResponseJSON,
      expectedChallenge,
      expectedOrigin: party.origins,
      expectedRPID: party.id,
      requireUserVerification: false,
    });
    if (verified && registrationInfo) return registrationInfo.credential;
  } catch {
    // Malformed or forged: answered alike.
  }
  throw new Invalid({ code: "passkeyRefused" });
}

/** What the browser needs to prove a person by one of their passkeys; undefined without any. */
export async function beginProof(transaction: Transaction, userId: string, sessionId: string) {
  const passkeys = await passkeysOf(transaction, userId);
  if (passkeys.length === 0) return undefined;
  const options = await generateAuthenticationOptions({
    rpID: (await relyingParty(transaction)).id,
    allowCredentials: descriptors(passkeys),
    userVerification: "preferred",
  });
  await saveChallenge(transaction, sessionId, options.challenge);
  return options;
}

/**
 * Checks a browser's proof by a passkey, and that the passkey's own counter has moved on, so that a
 * copied authenticator shows.
 * @returns whether it is one of the person's passkeys, answering this session's challenge
 */
export async function acceptPasskey(
  transaction: Transaction,
  userId: string,
  sessionId: string,
  answer: string,
): Promise<boolean> {
  const expectedChallenge = await spendChallenge(transaction, sessionId);
  const party = await relyingParty(transaction);
  try {
    const response = JSON.parse(answer) as AuthenticationResponseJSON;
    const passkeys = await passkeysOf(transaction, userId);
    const passkey = passkeys.find(({ credentialId }) => credentialId === response.id);
    if (!passkey?.credentialId || !passkey.publicKey) return false;
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: party.origins,
      expectedRPID: party.id,
      requireUserVerification: false,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.signatureCount ?? 0,
      },
    });
    if (!verified) return false;
    const { newCounter } = authenticationInfo;
    const moved = await transaction
      .update(secondFactors)
      .set({ signatureCount: newCounter, lastUsedAt: now() })
      .where(
        and(
          eq(secondFactors.id, passkey.id),
          // Authenticators that do not count always say 0.
          or(lt(secondFactors.signatureCount, newCounter), sql`${newCounter} = 0`),
        ),
      )
      .returning({ id: secondFactors.id });
    return moved.length === 1;
  } catch {
    return false;
  }
}
