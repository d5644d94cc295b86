import * as errors from "./errors";

type ErrorClasses = typeof errors;

/** Each class of `errors.ts` that use-cases throw, by its name: derived, so that none can be left out. Names begin
 * with a small letter, since functions with a capital one pass for components. */
export type Refusals = {
  [Name in Exclude<keyof ErrorClasses, "DomainError"> as ErrorClasses[Name] extends abstract new (
    ...given: never[]
  ) => errors.DomainError
    ? Uncapitalize<Name>
    : never]: ErrorClasses[Name] extends abstract new (
    ...given: never[]
  ) => infer Refusal
    ? Refusal
    : never;
};

/** What a boundary answers to each refusal. One that is missing does not compile. */
export type RefusalAnswers<Answer> = {
  [Name in keyof Refusals]: (refusal: Refusals[Name]) => Answer;
};

const toAnswerName = (className: string) => className.charAt(0).toLowerCase() + className.slice(1);

export const isRefusal = (error: unknown): error is errors.DomainError =>
  error instanceof errors.DomainError;

/**
 * Answers a use-case's refusal by the boundary's table.
 * @throws the error itself when it is no refusal
 */
export function answerRefusal<Answer>(error: unknown, answers: RefusalAnswers<Answer>): Answer {
  if (!isRefusal(error)) throw error;
  const byName: Record<string, ((refusal: never) => Answer) | undefined> = answers;
  const answer = byName[toAnswerName(error.name)];
  if (!answer) throw error;
  return answer(error as never);
}
