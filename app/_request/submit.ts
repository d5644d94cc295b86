import "server-only";
import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import type { FormState } from "@/components/form/form-state";
import { isSameOrigin } from "@/lib/auth/same-origin";
import { environment } from "@/lib/env";
import {
  Conflict,
  Forbidden,
  IdentityUnproven,
  Invalid,
  NotFound,
  RateLimited,
  Unauthenticated,
  Unavailable,
} from "@/lib/errors";

/** Fields whose content never goes back to the page. */
const secretFields = new Set(["password", "currentPassword", "token", "identityProof"]);

/**
 * The one way from a form to a use-case: checks where the request comes from, runs, and maps
 * refusals to what the form shows. Typed values come back with an error, secrets do not.
 * @param run gets the form's fields; what it returns is handed to the form as its result
 */
export async function submit(
  form: FormData,
  run: (values: Record<string, string>) => Promise<Record<string, string> | undefined>,
): Promise<FormState> {
  await requireSameOrigin();
  const values = fieldsOf(form);
  try {
    return { status: "done", result: await run(values) };
  } catch (error) {
    const kept = Object.fromEntries(
      Object.entries(values).filter(([name]) => !secretFields.has(name)),
    );
    if (error instanceof Invalid) return { status: "invalid", values: kept, fields: error.fields };
    if (error instanceof Conflict)
      return { status: "refused", values: kept, problem: error.problem };
    if (error instanceof RateLimited) {
      const minutes = Math.ceil(error.retryAfterSeconds / 60);
      return { status: "refused", values: kept, problem: `rateLimited:${minutes}` };
    }
    if (error instanceof Unavailable) {
      return { status: "refused", values: kept, problem: "unavailable" };
    }
    if (error instanceof IdentityUnproven) {
      const problem = error.wasWrong ? "identityProofWrong" : "identityProof";
      return {
        status: "refused",
        values: kept,
        problem,
        asksIdentity: error.asks,
        mayUsePasskey: error.hasPasskey,
      };
    }
    if (error instanceof Forbidden) forbidden();
    if (error instanceof NotFound) notFound();
    if (error instanceof Unauthenticated) redirect("/accounts/login?ended=1");
    throw error;
  }
}

/** The actor with what the form's person typed to prove who they are, for what is grave. */
export function withIdentityProof<Kind extends { identityProof?: string | undefined }>(
  actor: Kind,
  values: Record<string, string>,
): Kind {
  return { ...actor, identityProof: values.identityProof };
}

/** Our own check on every state change, before anything else is looked at. */
export async function requireSameOrigin(): Promise<void> {
  if (!isSameOrigin(new Headers(await headers()), environment().BASE_URL)) forbidden();
}

function fieldsOf(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string" && !name.startsWith("$")) values[name] = value;
  }
  return values;
}
