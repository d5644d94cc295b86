import type { users } from "@/db/schema";

type Person = typeof users.$inferSelect;

/** How a customer is addressed in mails. */
export const salutations = ["ms", "mr", "neutral"] as const satisfies readonly NonNullable<
  Person["salutation"]
>[];

/** How a customer wants to be reached first. */
export const contactChannels = ["email", "phone", "post"] as const satisfies readonly NonNullable<
  Person["preferredChannel"]
>[];
