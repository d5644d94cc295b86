import "server-only";
import type { Transaction } from "@/db/client";
import { notifyUser } from "@/lib/platform/mail/notify-user";

/** Tells a person by mail that their password has just changed, in case it was not them. */
export function announcePasswordChange(
  transaction: Transaction,
  person: Parameters<typeof notifyUser>[1],
): Promise<void> {
  return notifyUser(transaction, person, { template: "password-changed", parameters: {} });
}
