import { expect, it } from "vitest";
import { listAddress, readParameters } from "./list-address";

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
