import "server-only";
import { desc } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { termsVersions } from "@/db/schema";
import { builtInTerms, builtInTermsVersion } from "./built-in-terms";

export type Terms = {
  /** As it is written down with an acceptance. */
  version: string;
  textEn: string;
  textDe: string;
  /** What has changed; empty for the terms that come with Wattdesk. */
  summary: string;
};

/** The terms of service that hold in the transaction's organization. */
export async function currentTerms(transaction: Transaction): Promise<Terms> {
  const [latest] = await transaction
    .select()
    .from(termsVersions)
    .orderBy(desc(termsVersions.number))
    .limit(1);
  if (latest) return { ...latest, version: String(latest.number) };
  return {
    version: builtInTermsVersion,
    textEn: await builtInTerms("en"),
    textDe: await builtInTerms("de"),
    summary: "",
  };
}
