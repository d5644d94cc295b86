import "server-only";
import { eq } from "drizzle-orm";
import { secondFactors, users } from "@/db/schema";
import { defineCommand } from "../access/use-case";
import { ownAccount, personOf } from "../account/get-own-account";
import { now } from "../clock";
import { Conflict } from "../errors";
import { tellPerson } from "../mail/tell-person";
import { z } from "../validation/problems";
import { hasSecondFactor } from "./accept-code";
import { beginProof, beginRegistration, finishRegistration } from "./passkey-ceremony";
import { issueRecoveryCodes } from "./recovery-codes";
import { addPasskeyInput } from "./second-factor-schema";

/** Opens the making of a passkey. @returns what the browser's authenticator needs, as JSON */
export const offerPasskey = defineCommand({
  name: "offerPasskey",
  input: z.object({}),
  requires: ownAccount("update"),
  async run({ actor, transaction }) {
    const { userId, sessionId } = personOf(actor);
    const options = await beginRegistration(transaction, userId, sessionId);
    return { result: { options }, audit: [] };
  },
});

/**
 * Adds a passkey as a second factor.
 * @returns recovery codes with the first second factor, to be shown this once
 * @throws Invalid when the browser's answer does not fit the offer
 */
export const addPasskey = defineCommand({
  name: "addPasskey",
  input: addPasskeyInput,
  requires: ownAccount("update"),
  provesIdentity: true,
  async run({ actor, input, transaction }) {
    const { userId, sessionId, name, organizationId } = personOf(actor);
    const credential = await finishRegistration(transaction, sessionId, input.answer);
    const isFirst = !(await hasSecondFactor(transaction, userId));
    await transaction.insert(secondFactors).values({
      organizationId,
      userId,
      kind: "passkey",
      name: input.name,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      signatureCount: credential.counter,
      transports: credential.transports ?? null,
      lastUsedAt: now(),
    });
    const codes = isFirst ? await issueRecoveryCodes(transaction, organizationId, userId) : [];
    const [person] = await transaction.select().from(users).where(eq(users.id, userId));
    if (person) {
      await tellPerson(transaction, person, {
        template: "second-factor-added",
        parameters: { factorName: input.name },
      });
    }
    return {
      result: { recoveryCodes: codes },
      audit: [
        {
          action: "second-factor.added",
          target: { type: "user", id: userId, name },
          changes: { secondFactor: { before: null, after: input.name } },
        },
      ],
    };
  },
});

/**
 * Opens a proof of identity by passkey, within a session.
 * @returns what the browser's authenticator needs, as JSON
 * @throws Conflict `noPasskey`
 */
export const offerPasskeyProof = defineCommand({
  name: "offerPasskeyProof",
  input: z.object({}),
  requires: ownAccount("update"),
  async run({ actor, transaction }) {
    const { userId, sessionId } = personOf(actor);
    const options = await beginProof(transaction, userId, sessionId);
    if (!options) throw new Conflict("noPasskey");
    return { result: { options }, audit: [] };
  },
});
