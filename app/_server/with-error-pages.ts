import "server-only";
import { forbidden, notFound, redirect } from "next/navigation";
import type { RateLimited, Unavailable } from "@/lib/core/errors";
import { setRefusalStatus } from "@/lib/core/refusal-status";
import { answerRefusal, type RefusalAnswers } from "@/lib/core/refusals";

const logInAgain = () => redirect("/accounts/login?ended=1");

/** Next has no status for this: the error page tells it, and the server sets the status. */
function showErrorPage(refusal: RateLimited | Unavailable): never {
  setRefusalStatus(refusal);
  throw refusal;
}

/** What a page does when a use-case refuses. Its input is its address: one that means nothing leads nowhere. */
const pageAnswers = (whereNext: string): RefusalAnswers<never> => ({
  notFound: () => notFound(),
  forbidden: () => forbidden(),
  outOfScope: () => forbidden(),
  unauthenticated: logInAgain,
  invalid: () => notFound(),
  duplicate: () => notFound(),
  conflict: () => notFound(),
  versionConflict: () => notFound(),
  keyReused: () => notFound(),
  rateLimited: showErrorPage,
  stepUpRequired: () => redirect(`/account/confirm-identity?next=${encodeURIComponent(whereNext)}`),
  unavailable: showErrorPage,
  databaseUnavailable: showErrorPage,
});

/**
 * Runs a page's read and turns a use-case's refusal into the page for it.
 * @param whereNext where to go on once the viewer has proved who they are
 */
export async function withErrorPages<Result>(
  read: () => Promise<Result>,
  whereNext = "/",
): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    return answerRefusal(error, pageAnswers(whereNext));
  }
}

/** What an action answers that the browser calls before a form is sent: nothing, where nothing can be offered. */
const offerAnswers: RefusalAnswers<undefined> = {
  ...pageAnswers("/"),
  invalid: () => undefined,
  duplicate: () => undefined,
  conflict: () => undefined,
  versionConflict: () => undefined,
  keyReused: () => undefined,
  rateLimited: () => undefined,
  stepUpRequired: () => undefined,
  unavailable: () => undefined,
  databaseUnavailable: () => undefined,
};

/** Runs what offers the browser something, a passkey's challenge say. @returns undefined when it was refused */
export async function findOffer<Offer>(read: () => Promise<Offer>): Promise<Offer | undefined> {
  try {
    return await read();
  } catch (error) {
    return answerRefusal<undefined>(error, offerAnswers);
  }
}
