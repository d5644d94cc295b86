import "server-only";
import type { Transaction } from "@/db/client";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { Invalid } from "../errors";

/** @throws Invalid when the organization names e-mail domains and the address is of none of them */
export async function requireAllowedAddress(
  transaction: Transaction,
  email: string,
): Promise<void> {
  const organization = await getOrganization(transaction);
  const domains = organization.allowedEmailDomains;
  const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  if (domains.length > 0 && !domains.includes(domain)) {
    throw new Invalid({ email: `emailDomain:${domains.join(", ")}` });
  }
}
