import { listInput } from "@/lib/core/lists/list-input";
import { defineListSchema } from "@/lib/core/lists/list-schema";
import { days, prefix } from "@/lib/core/lists/range-filters";
import { z } from "@/lib/core/validation/problems";
import { tagName } from "../tags/tag-schema";
import { endUserStates } from "./end-user-facet";

export const endUserSorts = ["name", "email", "number", "postalCode", "created", "seen"] as const;

export type EndUserSort = (typeof endUserSorts)[number];

export const endUserFilters = {
  state: z.enum(endUserStates).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** The beginning of a postal code. */
  postalCode: z.string().trim().max(20).optional(),
  building: z.enum(["with", "without"]).optional(),
  contract: z.enum(["with", "without"]).optional(),
  devices: z.enum(["none", "any", "disconnected"]).optional(),
  tag: tagName.optional(),
  createdFrom: z.iso.date().optional(),
  createdUntil: z.iso.date().optional(),
  seenFrom: z.iso.date().optional(),
  seenUntil: z.iso.date().optional(),
};

export const listEndUsersInput = z.object({
  ...listInput,
  ...endUserFilters,
  sort: z.enum(endUserSorts).default("created"),
});

export const endUserListSchema = defineListSchema({
  input: listEndUsersInput,
  sorts: endUserSorts,
  descending: ["created", "seen"],
  ranges: [prefix("postalCode"), days("created"), days("seen")],
  // End-users by tag are stored in the order of creation only.
  sortsFor: ({ tag }) => (tag ? ["created"] : endUserSorts),
});
