import "server-only";
import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { Difference, FormState } from "@/components/form/form-state";
import { environment } from "@/lib/core/env";
import type { VersionConflict } from "@/lib/core/errors";
import { answerRefusal, type RefusalAnswers } from "@/lib/core/refusals";
import { markReached } from "@/lib/core/request-progress";
import { isSameOrigin } from "@/lib/identity/auth/same-origin";

/** A form's fields as they came: texts, of which nothing is checked yet. */
export type FormValues = Record<string, string>;

/** Fields whose content never goes back to the page. */
const secretFields = new Set([
  "password",
  "currentPassword",
  "token",
  "identityProof",
  "clientSecret",
]);

/**
 * The way of every form to a use-case, behind `formAction` and its like: checks where the request comes from, runs, and maps
 * refusals to what the form shows. Typed values come back with an error, secrets do not.
 * @param run gets the form's fields; what it returns is handed to the form as its result
 */
export async function submit<Result>(
  form: FormData,
  run: (values: FormValues) => Promise<Result>,
): Promise<FormState<Result>> {
  await requireSameOrigin();
  // An action gets any body that a client sends; only our own pages are sure to send a form.
  if (!(form instanceof FormData)) forbidden();
  const values = fieldsOf(form);
  try {
    return { status: "done", result: await run(values) };
  } catch (error) {
    const kept = Object.fromEntries(
      Object.entries(values).filter(([name]) => !secretFields.has(name)),
    );
    return await answerRefusal(error, formAnswers(kept));
  }
}

/** What a form shows when a use-case refuses. */
function formAnswers(
  values: FormValues,
): RefusalAnswers<FormState<never> | Promise<FormState<never>>> {
  const refused = (problem: string) => ({ status: "refused" as const, values, problem });
  return {
    invalid: ({ fields }) => ({ status: "invalid", values, fields }),
    duplicate: ({ fields }) => ({ status: "invalid", values, fields }),
    versionConflict: (refusal) => shownConflict(refusal, values),
    conflict: ({ problem }) => refused(problem),
    rateLimited: ({ retryAfterSeconds }) =>
      refused(`rateLimited:${Math.ceil(retryAfterSeconds / 60)}`),
    unavailable: () => refused("unavailable"),
    databaseUnavailable: () => refused("unavailable"),
    stepUpRequired: ({ asks, wasWrong, hasPasskey }) => ({
      status: "identity",
      values,
      problem: wasWrong ? "identityProofWrong" : "identityProof",
      asksIdentity: asks,
      mayUsePasskey: hasPasskey,
    }),
    forbidden: () => forbidden(),
    outOfScope: () => forbidden(),
    notFound: () => notFound(),
    // Forms name no key; a request that claims one is none of ours.
    keyReused: () => forbidden(),
    unauthenticated: () => redirect("/accounts/login?ended=1"),
  };
}

/**
 * What another person saved, next to what was typed. Fields that were not changed here take over what
 * is saved; the others keep what was typed, so that saving again is an informed choice.
 */
async function shownConflict(
  { differences, version }: VersionConflict,
  { base, ...typed }: FormValues,
): Promise<FormState<never>> {
  const t = await getTranslations("audit");
  const before = readBase(base);
  const shown = (text: string) => (text === "true" ? t("yes") : text === "false" ? t("no") : text);
  const values = { ...typed };
  const rows: Difference[] = [];
  for (const [field, { saved, wanted }] of Object.entries(differences)) {
    const isOwn = before === undefined || asText(wanted) !== asText(before[field]);
    if (!isOwn) values[field] = asText(saved);
    if (before && asText(saved) === asText(before[field])) continue;
    rows.push({
      field: t.has(`fields.${field as "email"}`) ? t(`fields.${field as "email"}`) : field,
      saved: shown(asText(saved)),
      typed: isOwn ? shown(asText(wanted)) : undefined,
    });
  }
  return {
    status: "conflict",
    values,
    problem: "changedMeanwhile",
    savedVersion: version,
    differences: rows,
  };
}

const asText = (value: unknown) => (value === null || value === undefined ? "" : String(value));

/** What the form held at first, as it says itself: it decides nothing but what is filled in. */
function readBase(text: string | undefined): Record<string, unknown> | undefined {
  if (!text) return undefined;
  try {
    const base: unknown = JSON.parse(text);
    return typeof base === "object" && base !== null ? { ...base } : undefined;
  } catch {
    return undefined;
  }
}

/** Our own check on every state change, before anything else is looked at. */
export async function requireSameOrigin(): Promise<void> {
  markReached();
  if (!isSameOrigin(new Headers(await headers()), environment().BASE_URL)) forbidden();
}

function fieldsOf(form: FormData): FormValues {
  const values: FormValues = {};
  for (const [name, value] of form) {
    if (typeof value === "string" && !name.startsWith("$")) values[name] = value;
  }
  return values;
}
