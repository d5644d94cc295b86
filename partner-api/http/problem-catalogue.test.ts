import { expect, it } from "vitest";
import { describeProblem, problemCodes } from "./problem-catalogue";

it("describes every code of the catalogue", () => {
  expect(problemCodes).toContain("not_found");
  expect(problemCodes).toContain("email_taken");
  for (const code of problemCodes) {
    expect(describeProblem(code), code).toMatchObject({ code, title: expect.stringMatching(/\S/) });
  }
});

it.each(["toString", "constructor", "__proto__", "hasOwnProperty", "emailTaken", "nothing", ""])(
  "knows no code %j",
  (code) => {
    expect(describeProblem(code)).toBeUndefined();
  },
);
