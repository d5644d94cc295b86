import "server-only";
import { forbidden, notFound, redirect } from "next/navigation";
import { Forbidden, IdentityUnproven, Invalid, NotFound, Unauthenticated } from "@/lib/errors";

/**
 * Runs a page's read and turns a use-case's refusal into the page for it.
 * @param whereNext where to go on once the viewer has proved who they are
 */
export async function answeringRefusals<Result>(
  read: () => Promise<Result>,
  whereNext = "/",
): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Forbidden) forbidden();
    if (error instanceof NotFound) notFound();
    // A page's input is its address: one that means nothing leads nowhere.
    if (error instanceof Invalid) notFound();
    if (error instanceof IdentityUnproven) {
      redirect(`/account/confirm-identity?next=${encodeURIComponent(whereNext)}`);
    }
    if (error instanceof Unauthenticated) redirect("/accounts/login?ended=1");
    throw error;
  }
}
