import { expect, it } from "vitest";
import * as errors from "./errors";
import { answerRefusal, type RefusalAnswers } from "./refusals";

const refusals: errors.DomainError[] = [
  new errors.NotFound(),
  new errors.Forbidden(),
  new errors.OutOfScope("read", "device"),
  new errors.Unauthenticated(),
  new errors.Invalid({ email: "email" }),
  new errors.Duplicate({ meterId: "meterOverlap:Alpenstrom" }, "0190"),
  new errors.Conflict("ownAccount"),
  new errors.VersionConflict({ version: 2 }, {}),
  new errors.KeyReused(),
  new errors.RateLimited(60),
  new errors.StepUpRequired("code", false, false),
  new errors.Unavailable(),
  new errors.DatabaseUnavailable({ kind: "busy", isRolledBack: true, cause: undefined }),
];

const classNames = Object.entries(errors)
  .filter(
    ([, value]) => typeof value === "function" && value.prototype instanceof errors.DomainError,
  )
  .map(([name]) => name);

it("knows a refusal of every class", () => {
  expect(refusals.map((refusal) => refusal.constructor.name).sort()).toEqual(classNames.sort());
});

it.each(refusals.map((refusal) => [refusal.constructor.name, refusal] as const))(
  "answers %s by the name of its class",
  (name, refusal) => {
    const answers = Object.fromEntries(
      classNames.map((each) => [each.charAt(0).toLowerCase() + each.slice(1), () => each]),
    ) as unknown as RefusalAnswers<string>;
    expect(answerRefusal(refusal, answers)).toBe(name);
  },
);

it("throws on what is no refusal", () => {
  const defect = new TypeError("A defect.");
  expect(() => answerRefusal(defect, {} as RefusalAnswers<string>)).toThrow(defect);
});
