import "server-only";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { readDeviceFacets } from "./device-facet";

/** The models that the organization has devices of, by manufacturer and name. */
export const listDeviceModels = defineQuery({
  name: "listDeviceModels",
  input: z.object({}),
  requires: { action: "read", resource: "device" },
  async run({ transaction, scope }) {
    if (scope === "own") return [];
    const models = new Map<string, { manufacturer: string; model: string }>();
    for (const { manufacturer, model } of await readDeviceFacets(transaction)) {
      models.set(`${manufacturer} ${model}`, { manufacturer, model });
    }
    return [...models.values()];
  },
});
