import "server-only";
import { redirect } from "next/navigation";
import type { ListParameters } from "@/components/data-table/list-address";
import type { Member } from "@/lib/core/access/actor";
import { findRecord, isExactTerm } from "@/lib/support/search/find-record";

const pages = { "end-user": "/users", building: "/buildings", device: "/devices" };

/** Pasting a full id or email address into a list's search leads to the record. */
export async function jumpToRecord(actor: Member, parameters: ListParameters): Promise<void> {
  const term = parameters.search?.trim() ?? "";
  if (!isExactTerm(term)) return;
  const found = await findRecord(actor, { term });
  if (found) redirect(`${pages[found.type]}/${found.id}`);
}
