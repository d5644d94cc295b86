import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { addressChanges, users } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { Invalid } from "@/lib/core/errors";
import { hasAccount } from "@/lib/core/people/name-columns";
import { requireAllowedAddress } from "@/lib/core/people/require-allowed-address";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { notifyUser } from "@/lib/platform/mail/notify-user";
import { createTenantToken } from "../auth/tenant-token";
import { changeOwnAddressInput } from "./account-schema";
import { ownAccount, personOf } from "./get-own-account";
import { isOpenChange } from "./open-address-change";

const hoursToConfirm = 24;

/**
 * Asks both mailboxes whether the viewer's address may change; an earlier request is withdrawn. An
 * end-user is not told whether the address belongs to somebody else: then only the confirmation of
 * the new address never comes.
 * @throws Invalid when a member's address is taken, or of a domain that is not allowed
 */
export const changeOwnAddress = defineCommand({
  name: "changeOwnAddress",
  input: changeOwnAddressInput,
  requiresStepUp: true,
  requires: ownAccount("update"),
  async run({ actor, input, transaction }) {
    const { userId, name } = personOf(actor);
    const { organizationId } = actor;
    const { email } = input;
    const [person] = await transaction.select().from(users).where(eq(users.id, userId));
    if (!person || person.emailNormalized === email.toLowerCase()) {
      throw new Invalid({ email: "sameAddress" });
    }
    const isMember = person.role !== "user";
    if (isMember) await requireAllowedAddress(transaction, email);
    const [taken] = await transaction
      .select({ id: users.id })
      .from(users)
      .where(
        and(eq(users.emailNormalized, email.toLowerCase()), hasAccount, isNull(users.deletedAt)),
      );
    if (taken && isMember) throw new Invalid({ email: "emailTaken" });
    await transaction
      .update(addressChanges)
      .set({ cancelledAt: now() })
      .where(and(eq(addressChanges.userId, userId), isOpenChange));
    const oldLink = createTenantToken(organizationId);
    const newLink = createTenantToken(organizationId);
    await transaction.insert(addressChanges).values({
      organizationId,
      userId,
      email,
      oldTokenHash: oldLink.tokenHash,
      newTokenHash: newLink.tokenHash,
      expiresAt: sql`now() + make_interval(hours => ${hoursToConfirm})`,
    });
    const parameters = { newEmail: email };
    await notifyUser(transaction, person, {
      template: "address-change",
      parameters,
      linkToken: oldLink.token,
    });
    if (!taken) {
      await notifyUser(
        transaction,
        { ...person, email },
        { template: "address-change-new", parameters, linkToken: newLink.token },
      );
    }
    return {
      result: undefined,
      audit: [
        {
          action: "address-change.requested",
          target: { type: "user", id: userId, name },
          changes: { email: { before: person.email, after: email } },
        },
      ],
    };
  },
});

/** Withdraws the viewer's open change of address, if there is one. */
export const withdrawAddressChange = defineCommand({
  name: "withdrawAddressChange",
  input: z.object({}),
  requires: ownAccount("update"),
  async run({ actor, transaction }) {
    const { userId, name } = personOf(actor);
    const [withdrawn] = await transaction
      .update(addressChanges)
      .set({ cancelledAt: now() })
      .where(and(eq(addressChanges.userId, userId), isOpenChange))
      .returning({ id: addressChanges.id });
    if (!withdrawn) return { result: undefined, audit: [] };
    return {
      result: undefined,
      audit: [{ action: "address-change.cancelled", target: { type: "user", id: userId, name } }],
    };
  },
});
