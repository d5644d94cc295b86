import "server-only";
import { sql } from "drizzle-orm";
import { queryRows } from "@/db/query-rows";
import { database } from "@/lib/core/database";
import type { LoginContext } from "./login-context";

export type Candidate = {
  organizationId: string;
  userId: string;
  hash: string | null;
  status: string;
};

/** Who could be meant by an address at a loginContext: at an organization's own host only its own people. */
export async function findLogInCandidates(
  email: string,
  loginContext: LoginContext,
): Promise<Candidate[]> {
  const rows = await database().outsideOrganizations((transaction) =>
    queryRows<{
      organization_id: string;
      user_id: string;
      password_hash: string | null;
      status: string;
    }>(transaction, sql`select * from find_login_candidates(${email})`),
  );
  return rows
    .map((row) => ({
      organizationId: row.organization_id,
      userId: row.user_id,
      hash: row.password_hash,
      status: row.status,
    }))
    .filter(({ organizationId }) => isServedAt(loginContext, organizationId));
}

/** Whether a loginContext leads to an organization: nothing of one opens at the host of another. */
export function isServedAt({ hostOrganizationId }: LoginContext, organizationId: string): boolean {
  return hostOrganizationId === undefined || hostOrganizationId === organizationId;
}
