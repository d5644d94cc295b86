import "server-only";
import { desc, max } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { termsVersions } from "@/db/schema";
import { builtInTerms, builtInTermsVersion, type Terms } from "./built-in-terms";

/** The terms of service that hold in the transaction's organization. */
export async function currentTerms(transaction: Transaction): Promise<Terms> {
  const [latest] = await transaction
    .select()
    .from(termsVersions)
    .orderBy(desc(termsVersions.number))
    .limit(1);
  return latest ? { ...latest, version: String(latest.number) } : builtInTerms();
}

/** Their version alone, for those who do not read them. */
export async function currentTermsVersion(transaction: Transaction): Promise<string> {
  const [latest] = await transaction
    .select({ number: max(termsVersions.number) })
    .from(termsVersions);
  return latest?.number ? String(latest.number) : builtInTermsVersion;
}
