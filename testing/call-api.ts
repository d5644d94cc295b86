import { partnerApi } from "../partner-api/app";
import { basePath } from "../partner-api/base";
import type { Operation } from "../partner-api/operation";

const app = partnerApi();

export type ApiRequest = {
  organizationId: string;
  token?: string | undefined;
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
};

/** Calls an operation without a network between. */
export function callApi(
  { method, path }: Pick<Operation, "method" | "path">,
  { organizationId, token, params = {}, query = {}, body, headers = {} }: ApiRequest,
): Promise<Response> {
  const named = path.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(name === "org_id" ? organizationId : (params[name] ?? "")),
  );
  const search = new URLSearchParams(query);
  return Promise.resolve(
    app.request(`${basePath}${named}${search.size > 0 ? `?${search}` : ""}`, {
      method: method.toUpperCase(),
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
}

/** Any other request to the API's server. */
export const requestApi = (path: string, init?: RequestInit) =>
  Promise.resolve(app.request(path, init));
