import { expect, it } from "vitest";
import { faultsInPageOrder } from "./page-order";

const problems = { email: "email", owner: "required", name: "required" };
const idOf = (name: string) => `form-${name}`;

it("lists faults in the order of the page with the labels of their fields", () => {
  const controls = [
    { id: "form-name", label: "Name" },
    { id: "", label: undefined },
    { id: "form-email", label: "Email" },
  ];
  expect(faultsInPageOrder(problems, idOf, controls)).toEqual([
    { name: "name", problem: "required", label: "Name", isOnPage: true },
    { name: "email", problem: "email", label: "Email", isOnPage: true },
    { name: "owner", problem: "required", label: undefined, isOnPage: false },
  ]);
});

it("links every fault in the order of the answer before the page is rendered", () => {
  const faults = faultsInPageOrder(problems, idOf, undefined);
  expect(faults.map(({ name }) => name)).toEqual(["email", "owner", "name"]);
  expect(faults.every(({ isOnPage }) => isOnPage)).toBe(true);
});
