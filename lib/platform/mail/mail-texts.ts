import "server-only";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { mailTexts } from "@/db/schema";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { Invalid } from "@/lib/core/errors";
import { loadMessages } from "@/lib/core/i18n/messages";
import { getOrganization, writeOrganization } from "@/lib/core/organizations/organization-row";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { checkMailText, placeholdersOf } from "./check-mail-text";
import {
  editableTemplates,
  mailTextReference,
  saveMailTextInput,
  updateMailSenderInput,
} from "./mail-text-schema";

/** Who mails come from, and which of them have words of the organization's own. */
export const getMailSettings = defineQuery({
  name: "getMailSettings",
  input: z.object({}),
  requires: { action: "read", resource: "organization-settings" },
  async run({ transaction }) {
    const organization = await getOrganization(transaction);
    const own = await transaction
      .select({ template: mailTexts.template, language: mailTexts.language })
      .from(mailTexts)
      .limit(100);
    const isOwn = new Set(own.map(({ template, language }) => `${template} ${language}`));
    const { mailSenderName, mailReplyTo } = organization;
    return {
      mailSenderName,
      mailReplyTo,
      templates: editableTemplates.map((template) => ({
        template,
        own: (["en", "de"] as const).filter((language) => isOwn.has(`${template} ${language}`)),
      })),
    };
  },
});

/** @throws Invalid naming the field at fault */
export const updateMailSender = defineCommand({
  name: "updateMailSender",
  locksOrganization: true,
  input: updateMailSenderInput,
  requires: { action: "update", resource: "organization-settings" },
  async run({ actor, input, transaction }) {
    const before = await getOrganization(transaction);
    await writeOrganization(transaction, actor, input);
    return {
      result: undefined,
      audit: [
        {
          action: "organization.updated",
          target: { type: "organization", id: before.id, name: before.name },
          changes: changesBetween(before, input),
        },
      ],
    };
  },
});

type Reference = { template: string; language: "en" | "de" };

const ofReference = ({ template, language }: Reference) =>
  and(eq(mailTexts.template, template), eq(mailTexts.language, language));

/** The organization's own words for a mail; undefined where it uses ours. */
export async function findMailText(transaction: Transaction, reference: Reference) {
  const [own] = await transaction
    .select({ subject: mailTexts.subject, body: mailTexts.body, closing: mailTexts.closing })
    .from(mailTexts)
    .where(ofReference(reference));
  return own;
}

/** The words of a mail as they are used now, and what may stand in braces. */
export const getMailText = defineQuery({
  name: "getMailText",
  input: mailTextReference,
  requires: { action: "read", resource: "organization-settings" },
  async run({ input, transaction }) {
    const own = await findMailText(transaction, input);
    const { mails } = await loadMessages(input.language);
    const { subject, body, closing } = own ?? mails[input.template];
    return {
      ...input,
      subject,
      body,
      closing,
      isOwn: own !== undefined,
      placeholders: await placeholdersOf(input.template),
    };
  },
});

/** @throws Invalid naming the field whose placeholders are wrong */
export const saveMailText = defineCommand({
  name: "saveMailText",
  input: saveMailTextInput,
  requires: { action: "update", resource: "organization-settings" },
  async run({ actor, input, transaction }) {
    const { template, language, ...texts } = input;
    const problems: Record<string, string> = {};
    for (const [field, text] of Object.entries(texts)) {
      const problem = await checkMailText(template, language, text);
      if (problem) problems[field] = problem;
    }
    if (Object.keys(problems).length > 0) throw new Invalid(problems);
    const before = await findMailText(transaction, input);
    await transaction
      .insert(mailTexts)
      .values({ organizationId: actor.organizationId, ...input })
      .onConflictDoUpdate({
        target: [mailTexts.organizationId, mailTexts.template, mailTexts.language],
        set: texts,
      });
    return {
      result: undefined,
      audit: [
        {
          action: "mail-text.changed",
          target: { type: "mail-text", name: `${template} (${language})` },
          changes: changesBetween(before ?? {}, texts),
        },
      ],
    };
  },
});

/** Goes back to our words for a mail. */
export const resetMailText = defineCommand({
  name: "resetMailText",
  input: mailTextReference,
  requires: { action: "update", resource: "organization-settings" },
  async run({ input, transaction }) {
    const removed = await transaction
      .delete(mailTexts)
      .where(ofReference(input))
      .returning({ template: mailTexts.template });
    if (removed.length === 0) return { result: undefined, audit: [] };
    return {
      result: undefined,
      audit: [
        {
          action: "mail-text.reset",
          target: { type: "mail-text", name: `${input.template} (${input.language})` },
        },
      ],
    };
  },
});
