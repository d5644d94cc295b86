import "server-only";
import { Conflict } from "@/lib/core/errors";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { ownAccount, personOf } from "../account/get-own-account";
import { beginProof, beginRegistration, finishRegistration } from "./passkey-ceremony";
import { saveSecondFactor } from "./save-second-factor";
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
  requiresStepUp: true,
  async run({ actor, input, transaction }) {
    const person = personOf(actor);
    const credential = await finishRegistration(transaction, person.sessionId, input.answer);
    return saveSecondFactor(transaction, person, {
      kind: "passkey",
      name: input.name,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      signatureCount: credential.counter,
      transports: credential.transports ?? null,
    });
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
