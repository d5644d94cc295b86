import "server-only";
import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { queryRows } from "@/db/query-rows";
import {
  addressChanges,
  buildings,
  caseDevices,
  caseEntries,
  cases,
  connectLinks,
  copiedRecords,
  devices,
  diagnoses,
  energyContracts,
  importChanges,
  importFiles,
  importRows,
  notes,
  outgoingMails,
  passwordResets,
  personalTokens,
  reconnectionReminders,
  recoveryCodes,
  secondFactors,
  securityFindings,
  sessions,
  smartMeters,
  supportViews,
  users,
} from "@/db/schema";
import { now } from "@/lib/core/clock";
import { dropUnusedWords } from "@/lib/core/lists/drop-unused-words";
import { erasedFields } from "@/lib/core/records/field-table";
import { buildingFields } from "@/lib/customers/buildings/building-fields";
import { endUserFields } from "@/lib/customers/end-users/end-user-fields";
import { eraseEndUserInput } from "@/lib/customers/end-users/end-user-schema";
import { energyContractFields } from "@/lib/customers/energy-contracts/energy-contract-fields";
import { defineCommand } from "@/lib/define-use-case";
import { endMovesOf } from "@/lib/devices/moves/end-moves";
import { dropChargingSessionsOf } from "@/lib/devices/telemetry/follow-charging";
import { deleteBelongings, findConfirmedEndUser } from "./remove-end-user";

/**
 * Erases an end-user for good (GDPR, article 17): the record is emptied, homes and contracts lose what names
 * them, devices are let go, and mails, notes, sessions and the details of audit events go. What was done and
 * when stays in the log, without saying by or to whom.
 * @throws Invalid when the typed confirmation is not the end-user's address
 */
export const eraseEndUser = defineCommand({
  name: "eraseEndUser",
  input: eraseEndUserInput,
  requiresStepUp: true,
  requires: ({ input }) => [{ action: "delete", resource: "end-user", ownerId: input.id }],
  async run({ input, transaction }) {
    const endUser = await findConfirmedEndUser(transaction, input);
    const words = await wordsOf(transaction, endUser.id);
    await emptyRecord(transaction, endUser.id);
    await dropUnusedWords(transaction, words);
    await releaseOwnedResources(transaction, endUser.id);
    await forgetImportedRows(transaction, endUser);
    const failedMoves = await endMovesOf(transaction, endUser.id);
    await transaction.execute(sql`select erase_telemetry_of_person(${endUser.id})`);
    await dropChargingSessionsOf(transaction, endUser.id);
    const [erased] = await queryRows<{ records: string[] }>(
      transaction,
      sql`select erase_person_from_audit_log(${endUser.id}) as records`,
    );
    await emptyCases(transaction, endUser.id);
    for (const table of [
      outgoingMails,
      notes,
      sessions,
      passwordResets,
      addressChanges,
      secondFactors,
      recoveryCodes,
      personalTokens,
      reconnectionReminders,
      connectLinks,
      diagnoses,
      supportViews,
    ] as const) {
      await transaction.delete(table).where(eq(table.userId, endUser.id));
    }
    return {
      result: { id: endUser.id },
      audit: [
        {
          action: "end-user.erased",
          target: { type: "end-user", id: endUser.id },
          // Verification accepts missing details of events about these, and of no others.
          changes: { records: { before: null, after: erased?.records ?? [] } },
        },
        ...failedMoves,
      ],
    };
  },
});

/** The words that a search would suggest because of this person. */
async function wordsOf(transaction: Transaction, id: string): Promise<string[]> {
  const rows = await queryRows<{ word: string }>(
    transaction,
    sql`
    select word from ${users}, words_of_person(first_name, concat_ws(' ', company_name, last_name), street_and_number, town) word
    where ${users.id} = ${id}`,
  );
  return rows.map(({ word }) => word);
}

async function emptyRecord(transaction: Transaction, id: string): Promise<void> {
  await transaction
    .update(users)
    .set({
      status: "no-access",
      ...erasedFields(endUserFields),
      phoneInternational: null,
      phoneExtension: null,
      phoneCountry: null,
      locationLastUpdated: null,
      passwordHash: null,
      lastSeenAt: null,
      deletedAt: now(),
      version: sql`${users.version} + 1`,
    })
    .where(eq(users.id, id));
  await transaction
    .update(securityFindings)
    .set({ subjectName: "–", evidence: [] })
    .where(eq(securityFindings.subjectId, id));
}

/** Cases stay as numbers: that there was one, when, and how long it took; not what about. */
async function emptyCases(transaction: Transaction, userId: string): Promise<void> {
  const emptied = await transaction
    .update(cases)
    .set({ subject: "–", externalLink: null, userId: null })
    .where(eq(cases.userId, userId))
    .returning({ id: cases.id });
  if (emptied.length === 0) return;
  const ids = emptied.map(({ id }) => id);
  await transaction.delete(caseEntries).where(inArray(caseEntries.caseId, ids));
  await transaction.delete(caseDevices).where(inArray(caseDevices.caseId, ids));
  // What colleagues were told of these cases names them by their subjects.
  await transaction
    .delete(outgoingMails)
    .where(
      and(
        inArray(outgoingMails.template, ["case-assigned", "case-mention", "case-escalated"]),
        inArray(sql`${outgoingMails.parameters}::jsonb ->> 'caseId'`, ids),
      ),
    );
}

/**
 * Rows of imported files that name the person, whether checked or not; those whose records were made are gone
 * already. The copies of files from which rows can be read in another way go as a whole, as any of them may name the
 * person; the rows of others stay.
 */
async function forgetImportedRows(
  transaction: Transaction,
  { id, email, externalUserId, firstName, lastName }: typeof users.$inferSelect,
): Promise<void> {
  const address = email?.toLowerCase();
  const isUnnumbered = address === undefined && externalUserId === null;
  const hasCell = (text: string) =>
    sql`exists (select from jsonb_array_elements_text(${importRows.cells}) cell where btrim(cell) = ${text})`;
  await transaction.delete(importRows).where(
    or(
      eq(importRows.ownerId, id),
      isUnnumbered && firstName && lastName
        ? and(hasCell(firstName), hasCell(lastName))
        : undefined,
      address === undefined ? undefined : eq(importRows.address, address),
      externalUserId === null ? undefined : eq(importRows.number, externalUserId),
      and(
        eq(importRows.state, "raw"),
        sql`exists (select from jsonb_array_elements_text(${importRows.cells}) cell
            where lower(btrim(cell)) = ${address ?? null} or btrim(cell) = ${externalUserId})`,
      ),
    ),
  );
  await transaction.delete(importFiles);
  await transaction.delete(importChanges).where(eq(importChanges.userId, id));
  await transaction.delete(copiedRecords).where(eq(copiedRecords.userId, id));
}

async function releaseOwnedResources(transaction: Transaction, userId: string): Promise<void> {
  await transaction
    .update(buildings)
    .set({ ...erasedFields(buildingFields), name: "" })
    .where(eq(buildings.userId, userId));
  await transaction
    .update(energyContracts)
    .set(erasedFields(energyContractFields))
    .where(eq(energyContracts.userId, userId));
  await transaction
    .update(devices)
    .set({
      externalDeviceId: null,
      serialKey: null,
      comment: null,
      authorizationUrl: null,
      isAuthenticated: false,
    })
    .where(eq(devices.userId, userId));
  const owned = transaction
    .select({ id: devices.id })
    .from(devices)
    .where(eq(devices.userId, userId));
  await transaction
    .update(smartMeters)
    .set({ meterId: null })
    .where(inArray(smartMeters.deviceId, owned));
  await deleteBelongings(transaction, userId, now());
}
