import { expect, it } from "vitest";
import { senderOf } from "./sender";

it.each([
  ["Wattdesk <no-reply@desk.example>", null, "Wattdesk <no-reply@desk.example>"],
  ["Wattdesk <no-reply@desk.example>", "Alpenstrom", '"Alpenstrom" <no-reply@desk.example>'],
  ["no-reply@desk.example", "Alpenstrom", '"Alpenstrom" <no-reply@desk.example>'],
])("%s with the name %s is %s", (from, name, sender) => {
  expect(senderOf(from, name)).toBe(sender);
});
