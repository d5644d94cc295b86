import fc from "fast-check";
import type { Operation } from "../partner-api/operation";
import { strayFrom } from "./api-document";
import { cueExamples, apiExamples as tokenExamples } from "./api-examples";
import { type FuzzedRequest, requestsOf } from "./api-fuzz";
import { addClientToken } from "./api-tokens";
import { type ApiRequest, callApi } from "./call-api";
import { createOrganization, type ownerConnection } from "./organization";

type Tables = ReturnType<typeof ownerConnection>["tables"];

export const apiExamples = { ...tokenExamples, ...cueExamples };

/** A call that succeeds, of a fresh organization. */
export async function exampleCall(tables: Tables, operation: Operation, index = 0) {
  const own = await createOrganization(tables);
  const request = await apiExamples[operation.id]?.[index]?.request(own, tables);
  const { token } = await addClientToken(own, tables);
  return { own, call: { organizationId: own.id, token, ...request } satisfies ApiRequest };
}

/**
 * Calls an operation with generated requests, half of them about the record of a call that succeeds. Throws with the
 * smallest request that is answered by 500 or by something that the OpenAPI document does not describe.
 */
export async function fuzzOperation(
  operation: Operation,
  call: ApiRequest,
  numRuns: number,
): Promise<void> {
  const answersAsDocumented = async (request: FuzzedRequest, isThere: boolean) => {
    // Of a record of which only some fields come, the document says no more than their names.
    const { fields, ...query } = request.query;
    const params = isThere ? { ...request.params, ...call.params } : request.params;
    const response = await callApi(operation, { ...call, ...request, query, params });
    const stray = await strayFrom(operation, response);
    if (stray !== undefined) throw new Error(stray);
    if (response.status === 500) throw new Error("It answered 500.");
  };
  await fc.assert(fc.asyncProperty(requestsOf(operation), fc.boolean(), answersAsDocumented), {
    numRuns,
    endOnFailure: true,
  });
}
