import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listAddress, readParameters, splitParameters, toQuery, toViewQuery } from "./list-address";

it("drops empty parameters and takes the first of a repeated one", () => {
  expect(readParameters({ a: "1", b: "", c: ["2", "3"], d: undefined })).toEqual({
    a: "1",
    c: "2",
  });
});

it("starts paging over with every change, unless a cursor is given", () => {
  const parameters = { search: "a b", cursor: "x", sort: "name" };
  expect(listAddress("/users", parameters, { sort: "email" })).toBe("/users?search=a+b&sort=email");
  expect(listAddress("/users", parameters, { cursor: "y" })).toBe(
    "/users?search=a+b&sort=name&cursor=y",
  );
  expect(listAddress("/users", { search: "a" }, { search: undefined })).toBe("/users");
});

it("reads a repeated parameter the same from a page, an export's query and a saved view", () => {
  const query = "country=AT&country=DE&search=&toString=1";
  expect(readParameters(query)).toEqual({ country: "AT" });
  expect(readParameters(new URLSearchParams(query))).toEqual({ country: "AT" });
  expect(readParameters({ country: ["AT", "DE"], search: "", toString: "1" })).toEqual({
    country: "AT",
  });
});

it("joins the values of a parameter that may have several, as checkboxes send them", () => {
  const read = (source: Parameters<typeof readParameters>[0]) => readParameters(source, ["action"]);
  expect(read("action=a&action=b&action=a&state=x&state=y")).toEqual({ action: "a,b", state: "x" });
  expect(read({ action: ["a", "", "b"] })).toEqual({ action: "a,b" });
  expect(read("action=a,b")).toEqual({ action: "a,b" });
  expect(read("action=")).toEqual({});
});

it("reads the fields of a form", () => {
  const form = new FormData();
  form.append("search", "anna");
  form.append("country", "");
  form.append("file", new Blob(["x"]));
  expect(readParameters(form)).toEqual({ search: "anna" });
});

describe("any parameters", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1 });
  const name = text.filter((one) => !(one in Object.prototype));
  const parameters = fc.dictionary(name, text, { noNullPrototype: true });
  const queryOf = (address: string) => address.split("?")[1] ?? "";

  it("are read as they were written", () => {
    fc.assert(
      fc.property(parameters, (given) => {
        expect(readParameters(toQuery(given))).toEqual(given);
        expect(readParameters(new URLSearchParams(toQuery(given)))).toEqual(given);
        const { cursor, ...kept } = given;
        expect(readParameters(queryOf(listAddress("/users", given)))).toEqual(kept);
      }),
    );
  });

  it("make the same view query in any order and on any page", () => {
    fc.assert(
      fc.property(parameters, text, (given, cursor) => {
        const reversed = Object.fromEntries(Object.entries(given).toReversed());
        expect(toViewQuery({ ...reversed, cursor })).toBe(toViewQuery(given));
        expect(toViewQuery({ ...given, another: "1" })).not.toBe(
          toViewQuery({ ...given, another: "2" }),
        );
      }),
    );
  });

  it("are filters or arrangement, but for the cursor", () => {
    fc.assert(
      fc.property(parameters, (given) => {
        const { cursor, ...kept } = { ...given, sort: "name", size: "50", cursor: "x" };
        const { filters, arrangement } = splitParameters({ ...kept, cursor });
        expect({ ...filters, ...arrangement }).toEqual(kept);
        expect(arrangement).toMatchObject({ sort: "name", size: "50" });
        expect(Object.keys(filters)).not.toContain("direction");
      }),
    );
  });
});

it("keeps the page size in a view, and not the page", () => {
  expect(toViewQuery({ size: "200", cursor: "x", country: "AT" })).toBe("country=AT&size=200");
});
