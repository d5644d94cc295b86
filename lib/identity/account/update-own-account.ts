import "server-only";
import { eq, sql } from "drizzle-orm";
import { users } from "@/db/schema";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { NotFound } from "@/lib/core/errors";
import { withPhoneColumns } from "@/lib/core/people/phone-number";
import { defineCommand } from "@/lib/define-use-case";
import { updateAccountInput } from "./account-schema";
import { ownAccount, personOf } from "./get-own-account";

/** Changes the viewer's own name, phone, language and time zone. */
export const updateOwnAccount = defineCommand({
  name: "updateOwnAccount",
  input: updateAccountInput,
  requires: ownAccount("update"),
  async run({ actor, input, transaction }) {
    const { userId, name } = personOf(actor);
    const [before] = await transaction.select().from(users).where(eq(users.id, userId));
    if (!before) throw new NotFound();
    await transaction
      .update(users)
      .set({ ...(await withPhoneColumns(transaction, input)), version: sql`${users.version} + 1` })
      .where(eq(users.id, userId));
    return {
      result: undefined,
      audit: [
        {
          action: "account.updated",
          target: { type: "user", id: userId, name },
          changes: changesBetween(before, input),
        },
      ],
    };
  },
});
