import "server-only";
import { forbidden, notFound, redirect } from "next/navigation";
import { Forbidden, Invalid, NotFound, Unauthenticated } from "@/lib/errors";

/** Runs a page's read and turns a use-case's refusal into the page for it. */
export async function answeringRefusals<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Forbidden) forbidden();
    if (error instanceof NotFound) notFound();
    // A page's input is its address: one that means nothing leads nowhere.
    if (error instanceof Invalid) notFound();
    if (error instanceof Unauthenticated) redirect("/accounts/login?ended=1");
    throw error;
  }
}
