import "server-only";
import { eq, sql } from "drizzle-orm";
import { getTableColumns } from "drizzle-orm/utils";
import type { Transaction } from "@/db/client";
import { connectionSettings } from "@/db/schema";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { now } from "@/lib/core/clock";
import { Invalid, VersionConflict } from "@/lib/core/errors";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { updateConnectionSettingsInput } from "./connection-settings-schema";
import { findAddressProblems } from "./return-address";

export type ConnectionSettings = Omit<
  typeof connectionSettings.$inferSelect,
  "organizationId" | "updatedAt"
>;

/** What holds where an organization has set nothing. The database's defaults say the same. */
const defaults: ConnectionSettings = {
  staleAfterMinutes: 180,
  linkDays: 14,
  sendsReminders: true,
  firstReminderHours: 24,
  reminderEveryDays: 4,
  maxReminders: 3,
  maxPerWeek: 2,
  quietFromHour: 20,
  quietUntilHour: 8,
  appSchemes: [],
  version: 0,
};

/** The organization's settings of connections and reminders, or what holds without. */
export async function readConnectionSettings(
  transaction: Transaction,
): Promise<ConnectionSettings> {
  const { organizationId, updatedAt, ...columns } = getTableColumns(connectionSettings);
  const [settings] = await transaction.select(columns).from(connectionSettings);
  return settings ?? defaults;
}

/** @throws Invalid when the organization has not allowed the scheme of an address */
export async function requireReturnAddresses(
  transaction: Transaction,
  { successUrl, cancelUrl }: Record<"successUrl" | "cancelUrl", string | null>,
): Promise<void> {
  const { appSchemes } = await readConnectionSettings(transaction);
  const problems = findAddressProblems({ successUrl, cancelUrl }, appSchemes);
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
}

export const getConnectionSettings = defineQuery({
  name: "getConnectionSettings",
  input: z.object({}),
  requires: { action: "read", resource: "organization-settings" },
  run: ({ transaction }) => readConnectionSettings(transaction),
});

/** @throws VersionConflict when another admin wrote since the given version was read */
export const updateConnectionSettings = defineCommand({
  name: "updateConnectionSettings",
  input: updateConnectionSettingsInput,
  requires: { action: "update", resource: "organization-settings" },
  requiresStepUp: true,
  async run({ actor, input, transaction }) {
    const { version, ...fields } = input;
    const before = await readConnectionSettings(transaction);
    const [written] = await transaction
      .insert(connectionSettings)
      .values({ organizationId: actor.organizationId, ...fields })
      .onConflictDoUpdate({
        target: connectionSettings.organizationId,
        set: { ...fields, version: sql`${connectionSettings.version} + 1`, updatedAt: now() },
        setWhere: eq(connectionSettings.version, version),
      })
      .returning({ version: connectionSettings.version });
    if (!written) throw new VersionConflict(await readConnectionSettings(transaction), fields);
    return {
      result: undefined,
      audit: [
        {
          action: "organization.updated",
          target: { type: "organization", id: actor.organizationId },
          changes: changesBetween(before, fields),
        },
      ],
    };
  },
});
