import { deviceKinds } from "../devices/device-kinds";

export type SafeWrite = {
  summary: string;
  description: string;
  /** What may be sent, by the API's names. */
  fields: readonly string[];
  /** Whether values are replaced that only the audit log still shows, so that clients ask their person first. */
  replacesValues: boolean;
};

const optimizationOf = (word: string): SafeWrite => ({
  summary: `Pause or resume the optimisation of a customer's ${word}`,
  description:
    "`pause_power_until` pauses it until then, null resumes it. `is_smart_optimization_active` switches it off and on.",
  fields: ["is_smart_optimization_active", "pause_power_until"],
  replacesValues: false,
});

const contactData: SafeWrite = {
  summary: "Change a customer's contact data",
  description: "Changes only the fields that are sent; null empties one.",
  fields: [
    ...["salutation", "language", "preferred_channel", "phone"],
    ...["street_and_number", "street_add_info", "zip_code", "town", "country"],
  ],
  replacesValues: true,
};

/** The operations that assistants may write with, each with the fields that can be taken back. */
export const safeWrites: ReadonlyMap<string, SafeWrite> = new Map([
  ["updateUser", contactData],
  // A smart meter only measures.
  ...deviceKinds
    .filter(({ kind }) => kind !== "smart_meter")
    .map(({ name, word }): [string, SafeWrite] => [`update${name}`, optimizationOf(word)]),
]);
