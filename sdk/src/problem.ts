import type { components } from "./schema.js";

/** Problem details of a refused call (RFC 9457). */
export type Problem = components["schemas"]["Problem"];

type ProblemFields = Partial<Problem> & { error?: string; error_description?: string };

/** A call that the API refused. */
export class PartnerApiError extends Error {
  override name = "PartnerApiError";

  /**
   * @param status the HTTP status
   * @param code which problem it is; an answer without problem details has `http_<status>`
   * @param problem what the API said of it, as far as it was JSON
   */
  constructor(
    readonly status: number,
    readonly code: string,
    readonly problem: Partial<Problem>,
    message: string,
  ) {
    super(message);
  }

  /** Names the call in the logs of the API. */
  get requestId(): string | undefined {
    return this.problem.request_id;
  }

  /** What is wrong with fields of the request. */
  get errors(): NonNullable<Problem["errors"]> {
    return this.problem.errors ?? [];
  }
}

/** Reads a refusal: problem details, or an error of the token endpoint (RFC 6749, 5.2). */
export async function readError(response: Response): Promise<PartnerApiError> {
  const problem = await readProblem(response);
  const code = problem.code ?? problem.error ?? `http_${response.status}`;
  const fields = (problem.errors ?? []).map(({ pointer, detail }) => `${pointer}: ${detail}`);
  const detail = problem.detail ?? problem.error_description ?? response.statusText;
  const message = [`${response.status} ${code}: ${detail}`, ...fields].join("\n");
  return new PartnerApiError(response.status, code, problem, message);
}

async function readProblem(response: Response): Promise<ProblemFields> {
  try {
    const body: unknown = await response.json();
    return typeof body === "object" && body !== null ? body : {};
  } catch {
    return {};
  }
}
