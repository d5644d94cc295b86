import { allScopes } from "@/lib/core/access/scopes";
import { environment } from "@/lib/core/env";
import { basePath, revocationPath, tokenPath } from "../base";

/** What a client has to know to get a token (RFC 8414). */
export function serverMetadata() {
  const issuer = environment().BASE_URL;
  const methods = ["client_secret_basic", "client_secret_post"];
  return {
    issuer,
    token_endpoint: `${issuer}${tokenPath}/`,
    token_endpoint_auth_methods_supported: methods,
    revocation_endpoint: `${issuer}${revocationPath}/`,
    revocation_endpoint_auth_methods_supported: methods,
    grant_types_supported: ["client_credentials"],
    response_types_supported: [],
    scopes_supported: ["read", "write", ...allScopes],
    service_documentation: `${issuer}${basePath}/docs`,
  };
}
