import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { recoveryCodes, secondFactors, users } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { decrypt, encrypt } from "@/lib/core/crypto/encryption";
import { Conflict, Invalid, NotFound } from "@/lib/core/errors";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { accountOf } from "@/lib/core/people/name-columns";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { notifyUser } from "@/lib/platform/mail/notify-user";
import { ownAccount, personOf } from "../account/get-own-account";
import { hasSecondFactor } from "./accept-code";
import { issueRecoveryCodes } from "./recovery-codes";
import { isSecondFactorRequired } from "./required-second-factor";
import { saveSecondFactor } from "./save-second-factor";
import { addTotpInput, secondFactorReference } from "./second-factor-schema";
import { checkTotp, newTotpSecret, totpAddress } from "./totp";

const offerMinutes = 30;
const offerSchema = z.object({ secret: z.string(), until: z.number() });
const contextOf = (userId: string) => `totp-offer ${userId}`;

/** The viewer's second factors, how many recovery codes are left, and whether they need one. */
export const getOwnSecondFactors = defineQuery({
  name: "getOwnSecondFactors",
  input: z.object({}),
  requires: ownAccount("read"),
  async run({ actor, transaction }) {
    const { userId } = personOf(actor);
    const factors = await transaction
      .select({
        id: secondFactors.id,
        kind: secondFactors.kind,
        name: secondFactors.name,
        createdAt: secondFactors.createdAt,
        lastUsedAt: secondFactors.lastUsedAt,
      })
      .from(secondFactors)
      .where(eq(secondFactors.userId, userId))
      .orderBy(asc(secondFactors.createdAt))
      .limit(20);
    const [codes] = await transaction
      .select({ left: sql<number>`count(*)::int` })
      .from(recoveryCodes)
      .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));
    return {
      factors,
      recoveryCodesLeft: codes?.left ?? 0,
      isRequired: await isSecondFactorRequired(transaction, userId),
    };
  },
});

/** A new secret to read into an authenticator app. Nothing is kept until a code proves it was. */
export const offerTotp = defineQuery({
  name: "offerTotp",
  input: z.object({}),
  requires: ownAccount("read"),
  async run({ actor, transaction }) {
    const { userId } = personOf(actor);
    const [person] = await transaction.select().from(users).where(eq(users.id, userId));
    const organization = await getOrganization(transaction);
    if (!person || !organization) throw new NotFound();
    const secret = newTotpSecret();
    const until = now().getTime() + offerMinutes * 60_000;
    return {
      secret,
      address: totpAddress(secret, `Wattdesk ${organization.name}`, accountOf(person).email),
      sealed: encrypt(JSON.stringify({ secret, until }), contextOf(userId)).toString("base64url"),
    };
  },
});

/**
 * Adds an authenticator app, proved by one of its codes.
 * @returns recovery codes with the first second factor, to be shown this once
 * @throws Invalid when the code does not fit
 * @throws Conflict `totpOfferExpired`
 */
export const addTotp = defineCommand({
  name: "addTotp",
  input: addTotpInput,
  requires: ownAccount("update"),
  requiresStepUp: true,
  proofOf: ({ code }) => code,
  async run({ actor, input, transaction }) {
    const person = personOf(actor);
    const secret = openOffer(input.sealed, person.userId);
    const timeStep = await checkTotp(secret, input.code.replace(/\s/g, ""), null);
    if (timeStep === undefined) throw new Invalid({ code: "secondFactorCode" });
    return saveSecondFactor(transaction, person, {
      kind: "totp",
      name: input.name,
      encryptedSecret: encrypt(secret, person.userId),
      lastTimeStep: timeStep,
    });
  },
});

function openOffer(sealed: string, userId: string): string {
  try {
    const offer = offerSchema.parse(
      JSON.parse(decrypt(Buffer.from(sealed, "base64url"), contextOf(userId))),
    );
    if (offer.until > now().getTime()) return offer.secret;
  } catch {
    // Not ours, or another person's: answered like one that is too old.
  }
  throw new Conflict("totpOfferExpired");
}

/**
 * Takes one of the viewer's second factors away; recovery codes go with the last. What is gone already
 * stays so.
 * @throws Conflict `secondFactorRequired` when it is the last and the organization asks for one
 */
export const removeSecondFactor = defineCommand({
  name: "removeSecondFactor",
  input: secondFactorReference,
  requires: ownAccount("update"),
  requiresStepUp: true,
  async run({ actor, input, transaction }) {
    const { userId, name } = personOf(actor);
    const [removed] = await transaction
      .delete(secondFactors)
      .where(and(eq(secondFactors.id, input.factorId), eq(secondFactors.userId, userId)))
      .returning({ name: secondFactors.name });
    if (!removed) return { result: undefined, audit: [] };
    if (!(await hasSecondFactor(transaction, userId))) {
      if (await isSecondFactorRequired(transaction, userId)) {
        throw new Conflict("secondFactorRequired");
      }
      await transaction.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
    }
    const [person] = await transaction.select().from(users).where(eq(users.id, userId));
    if (person) {
      await notifyUser(transaction, person, {
        template: "second-factor-removed",
        parameters: { factorName: removed.name },
      });
    }
    return {
      result: undefined,
      audit: [
        {
          action: "second-factor.removed",
          target: { type: "user", id: userId, name },
          changes: { secondFactor: { before: removed.name, after: null } },
        },
      ],
    };
  },
});

/**
 * Gives the viewer new recovery codes; the old ones are void.
 * @returns the codes, to be shown this once
 * @throws Conflict `noSecondFactor`
 */
export const replaceRecoveryCodes = defineCommand({
  name: "replaceRecoveryCodes",
  input: z.object({}),
  requires: ownAccount("update"),
  requiresStepUp: true,
  async run({ actor, transaction }) {
    const { userId, name, organizationId } = personOf(actor);
    if (!(await hasSecondFactor(transaction, userId))) throw new Conflict("noSecondFactor");
    const codes = await issueRecoveryCodes(transaction, organizationId, userId);
    return {
      result: { recoveryCodes: codes },
      audit: [{ action: "recovery-codes.replaced", target: { type: "user", id: userId, name } }],
    };
  },
});
