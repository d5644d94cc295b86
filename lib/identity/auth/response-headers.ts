import type { ServerResponse } from "node:http";

/** Sets what every response carries, also those of files, calls and refusals. */
export function setCommonHeaders(response: ServerResponse, baseUrl: string): void {
  response.setHeader("x-content-type-options", "nosniff");
  if (baseUrl.startsWith("https:")) {
    response.setHeader("strict-transport-security", "max-age=31536000; includeSubDomains");
  }
}
