import "server-only";
import { and, eq, inArray, isNull, lt, ne, or } from "drizzle-orm";
import { importRows, imports } from "@/db/schema";
import type { Member, System } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { personOfJob } from "../jobs/person-of-job";
import { stalledAfter, takeTurn } from "../jobs/take-turn";
import { enqueueImport, findImport, importEvent, lockImport } from "./find-import";
import { cancelFollowing } from "./following-imports";
import { deleteImportFile } from "./import-file";
import { importReference } from "./import-schema";
import { isBeingUndone, MAX_OPEN_DAYS } from "./undo-import";
import { workImport } from "./work-import";

/** Days after which an import is deleted; and its rows, or an import that was never run. */
const keptDays = 90;
const openDays = MAX_OPEN_DAYS;

/** Works on an import in the name of the person who started it, for one turn. */
export async function workOnImport(
  system: System,
  id: string,
  milliseconds?: number,
): Promise<{ isFinished: boolean }> {
  const job = {
    person: await findImportStarter(system, { id }),
    work: (person: Member) => workImport(person, { id }),
    fail: (problem: string) => failImport(system, { id, problem }),
  };
  return takeTurn(job, milliseconds);
}

/** The person who started an import, as they are now; undefined when they may not act any more. */
export const findImportStarter = defineQuery({
  name: "findImportStarter",
  input: importReference,
  requires: { action: "read", resource: "maintenance" },
  async run({ actor, input, transaction }) {
    const { startedBy } = await findImport(transaction, input.id);
    return personOfJob(transaction, actor, startedBy, input.id);
  },
});

/** Ends an import that cannot go on. */
export const failImport = defineCommand({
  name: "failImport",
  input: z.object({ id: z.uuid(), problem: z.string().max(100) }),
  requires: { action: "update", resource: "maintenance" },
  async run({ input, transaction }) {
    const found = await lockImport(transaction, input.id);
    await transaction
      .update(imports)
      .set(
        isBeingUndone(found)
          ? { state: "done", problem: input.problem }
          : { state: "failed", problem: input.problem, finishedAt: now() },
      )
      .where(eq(imports.id, found.id));
    await deleteImportFile(transaction, found.id);
    if (!isBeingUndone(found)) await cancelFollowing(transaction, found);
    return {
      result: undefined,
      audit: [importEvent("import.failed", found, { records: found.doneCount })],
    };
  },
});

/** Goes on with imports whose worker died, and forgets old ones. */
export const resumeStalledImports = defineCommand({
  name: "resumeStalledImports",
  input: z.object({}),
  requires: { action: "update", resource: "maintenance" },
  async run({ transaction }) {
    const ago = (milliseconds: number) => new Date(now().getTime() - milliseconds);
    const isOpen = inArray(imports.state, ["checking", "running"]);
    // A locked one is being processed, however long its part takes.
    const waiting = transaction
      .select({ id: imports.id })
      .from(imports)
      .where(and(isOpen, lt(imports.workedAt, ago(stalledAfter))))
      .for("no key update", { skipLocked: true });
    const stalled = await transaction
      .update(imports)
      .set({ workedAt: now() })
      .where(inArray(imports.id, waiting))
      .returning({ organizationId: imports.organizationId, id: imports.id });
    for (const stuck of stalled) await enqueueImport(transaction, stuck);
    const old = transaction
      .select({ id: imports.id })
      .from(imports)
      .where(lt(imports.createdAt, ago(openDays * 86_400_000)));
    const isNotUndone = or(isNull(imports.scope), ne(imports.scope, "undo"));
    await transaction.delete(importRows).where(inArray(importRows.importId, old));
    await transaction
      .delete(imports)
      .where(
        or(
          lt(imports.createdAt, ago(keptDays * 86_400_000)),
          and(
            ne(imports.state, "done"),
            isNotUndone,
            lt(imports.createdAt, ago(openDays * 86_400_000)),
          ),
        ),
      );
    return { result: { resumed: stalled.length }, audit: [] };
  },
});
