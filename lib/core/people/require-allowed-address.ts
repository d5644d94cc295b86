import "server-only";
import type { Transaction } from "@/db/client";
import { organizations } from "@/db/schema";
import { Invalid } from "../errors";

/** @throws Invalid when the organization names e-mail domains and the address is of none of them */
export async function requireAllowedAddress(
  transaction: Transaction,
  email: string,
): Promise<void> {
  const [organization] = await transaction
    .select({ domains: organizations.allowedEmailDomains })
    .from(organizations);
  const domains = organization?.domains ?? [];
  const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  if (domains.length > 0 && !domains.includes(domain)) {
    throw new Invalid({ email: `emailDomain:${domains.join(", ")}` });
  }
}
