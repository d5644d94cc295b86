import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { users } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { Invalid } from "@/lib/core/errors";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { hashPassword } from "./password-hash";
import { judgePassword } from "./password-policy";

type Owner = {
  id: string;
  email: string | null;
  firstName: string | null;
  lastName: string | null;
};

/**
 * Judges a new password against what is known of its owner, and stores its hash.
 * @throws Invalid naming the field `password` with the reason
 */
export async function setPassword(
  transaction: Transaction,
  owner: Owner,
  password: string,
): Promise<void> {
  const organization = await getOrganization(transaction);
  const context = [
    owner.firstName,
    owner.lastName,
    owner.email,
    organization.name,
    organization.slug,
    "Wattdesk",
  ];
  const { problem } = judgePassword(password, context, organization.passwordLeastLength);
  if (problem) throw new Invalid({ password: problem });
  await transaction
    .update(users)
    .set({ passwordHash: await hashPassword(password), passwordChangedAt: now() })
    .where(eq(users.id, owner.id));
}
