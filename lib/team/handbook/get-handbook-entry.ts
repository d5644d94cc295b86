import "server-only";
import { and, desc, eq, gte } from "drizzle-orm";
import { handbookReadings, handbookRevisions } from "@/db/schema";
import { actorId } from "@/lib/core/access/actor";
import { may } from "@/lib/core/access/authorize";
import { defineQuery } from "@/lib/define-use-case";
import { findHandbookEntry, findNextRequired } from "./find-handbook-entry";
import { handbookReference } from "./handbook-schema";
import { renderMarkdown } from "./render-markdown";

/** One entry, written out as HTML, with its texts of old for those who may write. */
export const getHandbookEntry = defineQuery({
  name: "getHandbookEntry",
  input: handbookReference,
  requires: { action: "read", resource: "handbook" },
  async run({ actor, input, transaction }) {
    const entry = await findHandbookEntry(transaction, actor, input.id);
    const mayWrite = may(actor, "update", "handbook");
    const [reading] = await transaction
      .select({ readAt: handbookReadings.readAt })
      .from(handbookReadings)
      .where(
        and(
          eq(handbookReadings.entryId, entry.id),
          eq(handbookReadings.userId, actorId(actor) ?? entry.id),
          gte(handbookReadings.revision, entry.readSince),
        ),
      )
      .orderBy(desc(handbookReadings.revision))
      .limit(1);
    const revisions = mayWrite
      ? await transaction
          .select({
            id: handbookRevisions.id,
            revision: handbookRevisions.revision,
            title: handbookRevisions.title,
            body: handbookRevisions.body,
            authorName: handbookRevisions.authorName,
            createdAt: handbookRevisions.createdAt,
          })
          .from(handbookRevisions)
          .where(eq(handbookRevisions.entryId, entry.id))
          .orderBy(desc(handbookRevisions.revision))
          .limit(50)
      : [];
    return {
      id: entry.id,
      title: entry.title,
      body: entry.body,
      html: renderMarkdown(entry.body),
      category: entry.category,
      audience: entry.audience,
      isRequired: entry.isRequired,
      revision: entry.revision,
      version: entry.version,
      updatedAt: entry.updatedAt,
      readAt: reading?.readAt,
      nextRequired: reading && (await findNextRequired(transaction, actor, entry)),
      mayWrite,
      revisions,
    };
  },
});
