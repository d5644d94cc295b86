import "server-only";
import { and, count, desc, eq, gt, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { personalTokens } from "@/db/schema";
import { allScopes } from "@/lib/core/access/scopes";
import { ownTarget } from "@/lib/core/audit/own-target";
import { now } from "@/lib/core/clock";
import { Conflict, NotFound } from "@/lib/core/errors";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { ownAccount, personOf } from "../account/get-own-account";
import { createBearerToken } from "./bearer-token";
import { createPersonalTokenInput, personalTokenReference } from "./personal-token-schema";

const maxTokens = 20;
const shownCharacters = 4;

const isGood = () => and(isNull(personalTokens.revokedAt), gt(personalTokens.expiresAt, now()));

/** The viewer's own tokens that work, the newest first. */
export const listPersonalTokens = defineQuery({
  name: "listPersonalTokens",
  input: z.object({}),
  requires: ownAccount("read"),
  async run({ actor, transaction }) {
    return transaction
      .select({
        id: personalTokens.id,
        name: personalTokens.name,
        ending: personalTokens.ending,
        scopes: personalTokens.scopes,
        createdAt: personalTokens.createdAt,
        expiresAt: personalTokens.expiresAt,
        lastUsedAt: personalTokens.lastUsedAt,
      })
      .from(personalTokens)
      .where(and(eq(personalTokens.userId, personOf(actor).userId), isGood()))
      .orderBy(desc(personalTokens.createdAt))
      .limit(maxTokens);
  },
});

/**
 * Makes a token with which a person's own programs act in their name.
 * @returns the token, which can be shown this once
 * @throws Conflict `personalTokenLimit`
 */
export const createPersonalToken = defineCommand({
  name: "createPersonalToken",
  input: createPersonalTokenInput,
  requires: ownAccount("update"),
  requiresStepUp: true,
  async run({ actor, input, transaction }) {
    const { userId } = personOf(actor);
    const [present] = await transaction
      .select({ number: count() })
      .from(personalTokens)
      .where(and(eq(personalTokens.userId, userId), isGood()));
    if ((present?.number ?? 0) >= maxTokens) throw new Conflict("personalTokenLimit");
    const { token, tokenHash } = createBearerToken("personal", actor.organizationId);
    const scopes =
      input.access === "write"
        ? [...allScopes]
        : allScopes.filter((scope) => scope.endsWith(":read"));
    const expiresAt = new Date(now().getTime() + Number(input.days) * 86_400_000);
    await transaction.insert(personalTokens).values({
      organizationId: actor.organizationId,
      userId,
      name: input.name,
      tokenHash,
      ending: token.slice(-shownCharacters),
      scopes,
      createdAt: now(),
      expiresAt,
    });
    return {
      result: { token },
      audit: [
        {
          action: "personal-token.created",
          target: ownTarget(actor),
          changes: {
            token: { before: null, after: input.name },
            expiresAt: { before: null, after: expiresAt.toISOString() },
          },
        },
      ],
    };
  },
});

/** Ends one of the viewer's own tokens, from the next call on. */
export const revokePersonalToken = defineCommand({
  name: "revokePersonalToken",
  input: personalTokenReference,
  requires: ownAccount("update"),
  async run({ actor, input, transaction }) {
    const [token] = await transaction
      .select()
      .from(personalTokens)
      .where(
        and(eq(personalTokens.id, input.id), eq(personalTokens.userId, personOf(actor).userId)),
      );
    if (!token) throw new NotFound();
    if (token.revokedAt) return { result: { id: token.id }, audit: [] };
    await transaction
      .update(personalTokens)
      .set({ revokedAt: now() })
      .where(eq(personalTokens.id, token.id));
    return {
      result: { id: token.id },
      audit: [
        {
          action: "personal-token.revoked",
          target: ownTarget(actor),
          changes: { token: { before: token.name, after: null } },
        },
      ],
    };
  },
});

/** Ends all tokens of somebody who leaves. @returns how many there were */
export async function endPersonalTokens(transaction: Transaction, userId: string): Promise<number> {
  const ended = await transaction
    .update(personalTokens)
    .set({ revokedAt: now() })
    .where(and(eq(personalTokens.userId, userId), isNull(personalTokens.revokedAt)))
    .returning({ id: personalTokens.id });
  return ended.length;
}
