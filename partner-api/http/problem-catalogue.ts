import { snakeCase } from "change-case";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { environment } from "@/lib/core/env";
import { problems as words } from "@/messages/en/problems";
import { basePath } from "../base";

export const problemsPath = `${basePath}/docs/problems`;

/** Of a refusal that the layer which speaks HTTP makes: the same for every operation. */
type HttpProblemKind = { status: ContentfulStatusCode; title: string; remedy: string };

const readAgain = "Read the record again, decide on what it says now, and send the change again.";

export const httpProblems = {
  malformed_json: {
    status: 400,
    title: "The body is no JSON that can be read.",
    remedy: "Send JSON in UTF-8.",
  },
  invalid_token: {
    status: 401,
    title: "There is no valid token with this request.",
    remedy: `Ask for a token, and send it as "Authorization: Bearer …". Tokens are valid for ten hours.`,
  },
  forbidden: {
    status: 403,
    title: "The role does not have this right.",
    remedy: "The reference names the roles that may call each operation.",
  },
  insufficient_scope: {
    status: 403,
    title: "The token was not given the scope for this.",
    remedy: "The header WWW-Authenticate names the scope. An admin gives it to the API client.",
  },
  identity_unproven: {
    status: 403,
    title: "This takes a fresh proof of identity, which only the portal can ask for.",
    remedy: "Do it in the portal, or with the credentials of an API client.",
  },
  assistants_off: {
    status: 403,
    title: "Your organization has not turned on access for assistants.",
    remedy: "An admin turns it on in the portal, under Settings, General.",
  },
  personal_token_required: {
    status: 403,
    title: "Assistants need a person's own token, not the token of an API client.",
    remedy: "Create a personal token in the portal, under Your account, Personal tokens.",
  },
  foreign_origin: {
    status: 403,
    title: "Pages of other sites cannot call this address.",
    remedy: "Call it from a program. The header Origin must be absent or the portal's own.",
  },
  not_found: {
    status: 404,
    title: "There is no such thing.",
    remedy:
      "It does not exist, was deleted, or belongs to somebody else. Deleted records are read with include_deleted=true.",
  },
  method_not_allowed: {
    status: 405,
    title: "This address does not take this method.",
    remedy: "The header Allow names the methods that it takes.",
  },
  changed_meanwhile: {
    status: 409,
    title: "The record has changed since. Read it again before you decide.",
    remedy: readAgain,
  },
  duplicate: {
    status: 409,
    title: "Another record has this already.",
    remedy: "`existing_id` names the other record. Change that one, or send another value.",
  },
  precondition_failed: {
    status: 412,
    title: "The record has changed since. Read it again before you decide.",
    remedy: readAgain,
  },
  too_large: {
    status: 413,
    title: "The body is larger than four megabytes.",
    remedy: "Send fewer records at a time.",
  },
  unsupported_media_type: {
    status: 415,
    title: "Send the body as application/json.",
    remedy: "Set the header Content-Type to application/json.",
  },
  invalid: {
    status: 422,
    title: "Something in the request is not right.",
    remedy: "`errors` names each field by its pointer, with a code and a text.",
  },
  idempotency_key_reused: {
    status: 422,
    title: "This Idempotency-Key came with another request before.",
    remedy: "Use a new key for each request, and the same one only to send a request again.",
  },
  rate_limited: {
    status: 429,
    title: "Too many requests. Wait as long as Retry-After says.",
    remedy: "The headers RateLimit and RateLimit-Policy say how many calls are left.",
  },
  internal_error: {
    status: 500,
    title: "Something went wrong on our side.",
    remedy: "Send the request again later. Support finds the cause by `request_id`.",
  },
  unavailable: {
    status: 503,
    title: words.unavailable,
    remedy: "Wait as long as Retry-After says, and send the request again.",
  },
} satisfies Record<string, HttpProblemKind>;

export type HttpProblemCode = keyof typeof httpProblems;

/** The page that explains a code: what `type` of a problem points to (RFC 9457, 3.1.1). */
export const problemTypeOf = (code: string): string =>
  `${environment().BASE_URL}${problemsPath}/${code}`;

type DescribedProblem = {
  code: string;
  status: number | undefined;
  title: string;
  remedy?: string;
};

const isHttpCode = (code: string): code is HttpProblemCode => Object.hasOwn(httpProblems, code);

/** The words of the other codes: of fields, and of states that forbid what was asked. */
const titles = new Map(
  Object.entries(words).map(([key, text]) => [snakeCase(key), text.replace("{limit}", "…")]),
);

/** Every code there is: first those of all operations, then those of fields and states of records. */
export const problemCodes: readonly string[] = [
  ...Object.keys(httpProblems),
  ...[...titles.keys()].filter((code) => !isHttpCode(code)).sort(),
];

/** What there is to know of a code; undefined for one that is none. */
export function describeProblem(code: string): DescribedProblem | undefined {
  if (isHttpCode(code)) return { code, ...httpProblems[code] };
  const title = titles.get(code);
  return title === undefined ? undefined : { code, status: undefined, title };
}
