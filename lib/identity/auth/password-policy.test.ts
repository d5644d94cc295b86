import { describe, expect, it } from "vitest";
import { judgePassword } from "./password-policy";

const context = [
  "Clara",
  "Hofstätter",
  "clara.hofstaetter@alpenstrom.example",
  "Alpenstrom Energie",
];
const problemOf = (password: string) => judgePassword(password, context).problem;

describe("a password may be used", () => {
  it.each([
    "quiet lantern orbits maple",
    "correct-river-tundra-9",
    "   leading and trailing   ",
    "日本語のながいあいことばをつかう",
    "🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧🐦🐤🦆",
    "žluťoučký kůň úpěl ďábelské ódy",
    `${"x7$kQ-w9!".repeat(22)}ab`,
  ])("%j", (password) => {
    expect(problemOf(password)).toBeUndefined();
  });
});

describe("a password is refused, with the reason", () => {
  it.each([
    ["", "tooShort:15"],
    ["Tr0ub4dor&3", "tooShort:15"],
    ["a".repeat(14), "tooShort:15"],
    ["🦊".repeat(14), "tooShort:15"],
    ["y".repeat(257), "tooLong:256"],
    ["aaaaaaaaaaaaaaa", "passwordCommon"],
    ["passwordpassword", "passwordCommon"],
    ["qwertyuiopasdfghjkl", "passwordCommon"],
    ["123456789012345678", "passwordCommon"],
    ["PasswordPassword1", "passwordCommon"],
    ["alpenstrom-energie", "passwordAboutYou"],
    ["Clara.Hofstätter.1", "passwordAboutYou"],
    ["clara.hofstaetter@alpenstrom.example", "passwordAboutYou"],
  ])("%j: %s", (password, problem) => {
    expect(problemOf(password)).toBe(problem);
  });
});

it("asks for no kind of character", () => {
  for (const password of [
    "only small letters in here",
    "NUR GROSSE BUCHSTABEN HIER",
    "8302759164027358391",
  ]) {
    expect(problemOf(password)).toBeUndefined();
  }
});
