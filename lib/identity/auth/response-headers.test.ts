import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, it } from "vitest";
import { setCommonHeaders } from "./response-headers";

function headersOf(baseUrl: string) {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  setCommonHeaders(response, baseUrl);
  return response.getHeaders();
}

it("has browsers use https for a year, subdomains included", () => {
  expect(headersOf("https://desk.example")).toEqual({
    "x-content-type-options": "nosniff",
    "strict-transport-security": "max-age=31536000; includeSubDomains",
  });
});

it("asks for no https where the portal is served without it", () => {
  expect(headersOf("http://localhost:3000")).toEqual({ "x-content-type-options": "nosniff" });
});
