import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildingListSchema } from "@/lib/customers/buildings/building-list-schema";
import { endUserListSchema } from "@/lib/customers/end-users/end-user-list-schema";
import { deviceListSchema } from "@/lib/devices/devices/device-list-schema";
import { z } from "../validation/problems";
import { listInput } from "./list-input";
import { defineListSchema, type ListRequest, type ListSchema } from "./list-schema";
import { days, hoursBack, prefix } from "./range-filters";

const sorts = ["name", "created", "seen"] as const;

const schema = defineListSchema({
  input: z.object({
    ...listInput,
    name: z.string().optional(),
    createdFrom: z.iso.date().optional(),
    createdUntil: z.iso.date().optional(),
    silentHours: z.coerce.number().optional(),
    isNew: z.coerce.boolean().optional(),
    sort: z.enum(sorts).default("created"),
  }),
  sorts,
  descending: ["created"],
  ranges: [prefix("name"), days("created"), hoursBack("seen", "silentHours", "seenBefore")],
  sortsFor: ({ isNew }) => (isNew ? ["created", "name"] : sorts),
});

const orderOf = (parameters: z.input<typeof schema.input>) =>
  schema.sortOrder(schema.input.parse(parameters));

describe("the order of a list", () => {
  it("is the chosen sort in its default direction, with all sorts offered", () => {
    expect(orderOf({})).toEqual({ sort: "created", direction: "desc", offered: sorts });
    expect(orderOf({ sort: "name" })).toEqual({ sort: "name", direction: "asc", offered: sorts });
    expect(orderOf({ sort: "name", direction: "desc" }).direction).toBe("desc");
  });

  it("is that of a range, and of the first where another sort is chosen", () => {
    const ranged = { createdUntil: "2026-01-01", silentHours: 24 };
    const offered = ["created", "seen"];
    expect(orderOf(ranged)).toEqual({ sort: "created", direction: "desc", offered });
    expect(orderOf({ ...ranged, sort: "seen" }).sort).toBe("seen");
    expect(orderOf({ ...ranged, sort: "name" }).sort).toBe("created");
    expect(orderOf({ name: "a", sort: "seen" })).toEqual({
      sort: "name",
      direction: "asc",
      offered: ["name"],
    });
  });

  it("is among the sorts that a filter leaves, ranges or not", () => {
    const offered = ["created", "name"];
    expect(orderOf({ isNew: true, sort: "seen" })).toEqual({
      sort: "created",
      direction: "desc",
      offered,
    });
    expect(orderOf({ isNew: true, silentHours: 24 }).offered).toEqual(offered);
    expect(orderOf({ isNew: true, silentHours: 24, name: "a" }).offered).toEqual(["name"]);
  });
});

describe("ranges", () => {
  const filtersOf = (parameters: z.input<typeof schema.input>, timeZone = "UTC") => {
    const input = schema.input.parse(parameters);
    return Object.assign(
      {},
      ...schema.rangesOf(input).map((range) => range.searchFilters(input, timeZone)),
    );
  };

  it("reach from the beginning of the first day to the end of the last, in a time zone", () => {
    const days = { createdFrom: "2026-02-27", createdUntil: "2026-02-28" };
    expect(filtersOf(days)).toEqual({
      createdFrom: "2026-02-27T00:00:00.000Z",
      createdBefore: "2026-03-01T00:00:00.000Z",
    });
    expect(filtersOf(days, "Europe/Vienna")).toEqual({
      createdFrom: "2026-02-26T23:00:00.000Z",
      createdBefore: "2026-02-28T23:00:00.000Z",
    });
  });

  it("are only those that are asked for", () => {
    expect(filtersOf({})).toEqual({});
    expect(filtersOf({ name: "45" })).toEqual({ name: "45" });
    expect(Object.keys(filtersOf({ silentHours: 1 }))).toEqual(["seenBefore"]);
  });
});

const words = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: undefined });

/** Parameters as an address could have them, for any of the lists. */
const address = fc
  .record({
    search: words(" anna ", "nibe", "%"),
    sort: words("created", "name", "seen", "waiting", "postalCode", "model"),
    direction: words("asc", "desc"),
    size: words("25", "100"),
    connection: words("disconnected", "error"),
    waitingHours: words("24"),
    silentHours: words("720"),
    postalCode: words("45"),
    tag: words(" VIP"),
    createdFrom: words("2026-01-01"),
    seenUntil: words("2026-02-01"),
  })
  .map((record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value)));

function describeList<Sort extends string, Input extends ListRequest<Sort>, Sent>(
  name: string,
  { input, sorts, sortOrder }: ListSchema<Sort, Input, Sent>,
) {
  const requests = address.map((given) => ({ given, parsed: input.safeParse(given).data }));

  describe(`the list of ${name}`, () => {
    it("takes what it parsed as it is, so that an address is parsed once", () => {
      fc.assert(
        fc.property(requests, ({ parsed }) => {
          fc.pre(parsed !== undefined);
          expect(input.parse(parsed)).toEqual(parsed);
        }),
      );
    });

    it("is in an order that it offers", () => {
      fc.assert(
        fc.property(requests, ({ given, parsed }) => {
          fc.pre(parsed !== undefined);
          const { sort, direction, offered } = sortOrder(parsed);
          expect(offered).toContain(sort);
          for (const one of offered) expect(sorts).toContain(one);
          expect(direction).toBe(given.direction ?? direction);
        }),
      );
    });
  });
}

describeList("end-users", endUserListSchema);
describeList("buildings", buildingListSchema);
describeList("devices", deviceListSchema);
