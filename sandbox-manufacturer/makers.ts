import type { DeviceKind } from "../db/schema";
import { catalogue } from "../db/seed/catalogue";

export type Kind = DeviceKind;

export type Maker = {
  slug: string;
  name: string;
  models: { kind: Kind; model: string }[];
  /** How its customers give access: in the browser, or by typing a code at another screen. */
  flow: "code" | "device";
};

const slugOf = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, "-");

const found = new Map<string, Maker>();
for (const [kind, entries] of Object.entries(catalogue) as [Kind, (typeof catalogue)[Kind]][]) {
  for (const { manufacturer, models } of entries) {
    const slug = slugOf(manufacturer);
    const maker = found.get(slug) ?? {
      slug,
      name: manufacturer,
      models: [],
      flow: kind === "wallbox" ? ("device" as const) : ("code" as const),
    };
    maker.models.push(...models.map((model) => ({ kind, model })));
    found.set(slug, maker);
  }
}

/** The manufacturers of the demo's fleet, each with its own cloud. */
export const makers: ReadonlyMap<string, Maker> = found;
