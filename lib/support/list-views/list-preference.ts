import "server-only";
import { and, eq } from "drizzle-orm";
import { listPreferences } from "@/db/schema";
import { ownTarget } from "@/lib/core/audit/own-target";
import {
  listPreferenceReference,
  saveListPreferenceInput,
} from "@/lib/core/lists/list-preference-schema";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { ownAccount, personOf } from "@/lib/identity/account/get-own-account";

/** How the viewer likes to see a list; undefined until they said so. */
export const getListPreference = defineQuery({
  name: "getListPreference",
  input: listPreferenceReference,
  requires: ownAccount("read"),
  async run({ actor, input, transaction }) {
    const [preference] = await transaction
      .select({ columns: listPreferences.columns, density: listPreferences.density })
      .from(listPreferences)
      .where(
        and(
          eq(listPreferences.userId, personOf(actor).userId),
          eq(listPreferences.list, input.list),
        ),
      );
    return preference;
  },
});

/** Keeps how the viewer likes to see a list, on every machine they use. */
export const saveListPreference = defineCommand({
  name: "saveListPreference",
  input: saveListPreferenceInput,
  requires: ownAccount("update"),
  async run({ actor, input, transaction }) {
    const { userId } = personOf(actor);
    const { list, ...preference } = input;
    await transaction
      .insert(listPreferences)
      .values({ organizationId: actor.organizationId, userId, list, ...preference })
      .onConflictDoUpdate({
        target: [listPreferences.organizationId, listPreferences.userId, listPreferences.list],
        set: preference,
      });
    return {
      result: undefined,
      audit: [
        {
          action: "list.arranged",
          target: ownTarget(actor),
          changes: { list: { before: null, after: list } },
        },
      ],
    };
  },
});
