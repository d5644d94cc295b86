import "server-only";
import { ne } from "drizzle-orm";
import { type accountStatuses, users } from "@/db/schema";

/** What `personName` needs to know. */
export const nameColumns = {
  companyName: users.companyName,
  firstName: users.firstName,
  lastName: users.lastName,
  email: users.email,
};

type AccountStatus = (typeof accountStatuses)[number];

type Account<Row> = Omit<Row, "email" | "status"> & { email: string } & (Row extends {
    status: unknown;
  }
    ? { status: AccountStatus }
    : unknown);

/** Somebody who has an account, and so an address: the check `users_account` says so. */
export function accountOf<Row extends { email: string | null; status?: string }>(
  row: Row,
): Account<Row> {
  if (row.email === null || row.status === "no-access") throw new Error("Not an account.");
  // Omit of a type parameter is not seen to be filled by the spread.
  return row as unknown as Account<Row>;
}

/** People who have an account: one address leads to one of them, by the index `users_email`. */
export const hasAccount = ne(users.status, "no-access");
