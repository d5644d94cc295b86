import "server-only";
import { redirect } from "next/navigation";
import type { Member } from "@/lib/core/access/actor";
import { findRecord, isExactTerm } from "@/lib/support/search/find-record";
import { listPaths } from "./list-paths";

/** Pasting a full id or email address into a list's search leads to the record. */
export async function jumpToRecord(actor: Member, term: string): Promise<void> {
  if (!isExactTerm(term)) return;
  const found = await findRecord(actor, { term });
  if (found) redirect(`${listPaths[found.type]}/${found.id}`);
}
