import "server-only";
import { defineQuery } from "../access/use-case";
import { z } from "../validation/problems";
import { readDeviceFacets } from "./device-facet";

/** The models that the organization has devices of, by manufacturer and name. */
export const listDeviceModels = defineQuery({
  name: "listDeviceModels",
  input: z.object({}),
  requires: { action: "read", resource: "device" },
  async run({ transaction, reach }) {
    if (reach === "own") return [];
    const models = new Map<string, { manufacturer: string; model: string }>();
    for (const { manufacturer, model } of await readDeviceFacets(transaction)) {
      models.set(`${manufacturer} ${model}`, { manufacturer, model });
    }
    return [...models.values()];
  },
});
