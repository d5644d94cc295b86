import "server-only";
import { asc } from "drizzle-orm";
import { cloudServices } from "@/db/schema";
import { defineQuery } from "../access/use-case";
import { z } from "../validation/problems";

/** The manufacturers an organization's devices can come from, by name. */
export const listManufacturers = defineQuery({
  name: "listManufacturers",
  input: z.object({}),
  requires: { action: "read", resource: "device" },
  async run({ transaction }) {
    const rows = await transaction
      .selectDistinct({ manufacturer: cloudServices.manufacturer })
      .from(cloudServices)
      .orderBy(asc(cloudServices.manufacturer))
      .limit(500);
    return rows.map((row) => row.manufacturer);
  },
});
