import { listInput } from "@/lib/core/lists/list-input";
import { defineListSchema } from "@/lib/core/lists/list-schema";
import { days, prefix } from "@/lib/core/lists/range-filters";
import { z } from "@/lib/core/validation/problems";

const buildingSorts = ["name", "postalCode", "created"] as const;

export type BuildingSort = (typeof buildingSorts)[number];

const presence = z.enum(["with", "without"]).optional();

const buildingFilters = {
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** The beginning of a postal code. */
  postalCode: z.string().trim().max(20).optional(),
  contract: presence,
  devices: presence,
  photovoltaic: presence,
  createdFrom: z.iso.date().optional(),
  createdUntil: z.iso.date().optional(),
};

export const listBuildingsInput = z.object({
  ...listInput,
  ...buildingFilters,
  sort: z.enum(buildingSorts).default("created"),
});

export const buildingListSchema = defineListSchema({
  input: listBuildingsInput,
  sorts: buildingSorts,
  descending: ["created"],
  ranges: [prefix("postalCode"), days("created")],
});
