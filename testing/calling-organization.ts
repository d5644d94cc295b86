import { afterAll, afterEach, beforeEach } from "vitest";
import { holdClock } from "../lib/core/clock";
import { writeNotedCalls } from "../partner-api/http/record-call";
import { operations } from "../partner-api/operations";
import { addClientToken } from "./api-tokens";
import { type ApiRequest, callApi } from "./call-api";
import { createOrganization, ownerConnection, type TestOrganization } from "./organization";

/** A fresh organization for each test of a file, with a client that may do everything. */
export function callingOrganization() {
  const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
  let organization: TestOrganization;
  let token: string;
  let clientId: string;
  beforeEach(async () => {
    organization = await createOrganization(tables);
    ({ token, clientId } = await addClientToken(organization, tables));
  });
  afterEach(() => holdClock());
  afterAll(async () => {
    await writeNotedCalls();
    await client.end();
  });
  return {
    tables,
    get organization() {
      return organization;
    },
    get token() {
      return token;
    },
    get clientId() {
      return clientId;
    },
    call(id: string, request: Partial<ApiRequest> = {}): Promise<Response> {
      const operation = operations.find((each) => each.id === id);
      if (!operation) throw new Error(`There is no operation ${id}.`);
      return callApi(operation, { organizationId: organization.id, token, ...request });
    },
    /** The part of a path that names the organization's first end-user. */
    ofEndUser: () => ({ user_id: organization.endUser.id }),
  };
}

/** The header by which a call can be sent again. */
export const keyed = (key: string) => ({ "idempotency-key": key });
