import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import { answerTemplates } from "@/db/schema";
import { Invalid, NotFound, violatedConstraint } from "@/lib/core/errors";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { caseReference, saveAnswerTemplateInput } from "./case-schema";

const most = 100;

/** Answers that are given often, by name. */
export const listAnswerTemplates = defineQuery({
  name: "listAnswerTemplates",
  input: z.object({}),
  requires: { action: "read", resource: "case" },
  async run({ transaction }) {
    return transaction
      .select({ id: answerTemplates.id, name: answerTemplates.name, body: answerTemplates.body })
      .from(answerTemplates)
      .orderBy(asc(answerTemplates.name))
      .limit(most);
  },
});

/** Keeps an answer for another time, or changes one that is kept. @throws Invalid when the name is taken */
export const saveAnswerTemplate = defineCommand({
  name: "saveAnswerTemplate",
  input: saveAnswerTemplateInput,
  requires: { action: "update", resource: "case" },
  async run({ actor, input, transaction }) {
    const { id, ...fields } = input;
    try {
      const [saved] = id
        ? await transaction
            .update(answerTemplates)
            .set({ ...fields, version: sql`${answerTemplates.version} + 1` })
            .where(eq(answerTemplates.id, id))
            .returning()
        : await transaction
            .insert(answerTemplates)
            .values({ organizationId: actor.organizationId, ...fields })
            .returning();
      if (!saved) throw new NotFound();
      return {
        result: { id: saved.id },
        audit: [
          {
            action: "answer-template.saved",
            target: { type: "answer-template", id: saved.id, name: saved.name },
          },
        ],
      };
    } catch (error) {
      if (violatedConstraint(error) === "answer_templates_name") {
        throw new Invalid({ name: "nameTaken" });
      }
      throw error;
    }
  },
});

export const deleteAnswerTemplate = defineCommand({
  name: "deleteAnswerTemplate",
  input: caseReference,
  requires: { action: "update", resource: "case" },
  async run({ input, transaction }) {
    const [deleted] = await transaction
      .delete(answerTemplates)
      .where(eq(answerTemplates.id, input.id))
      .returning();
    if (!deleted) throw new NotFound();
    return {
      result: undefined,
      audit: [
        {
          action: "answer-template.deleted",
          target: { type: "answer-template", id: deleted.id, name: deleted.name },
        },
      ],
    };
  },
});
