import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { OauthLogin } from "./oauth-login";

const issuer = "https://nibe.example";
const state = "a state of this login";
const login = new OauthLogin({
  manufacturer: "Nibe",
  clientId: "wattdesk",
  clientSecret: "a secret of the client",
  scope: "devices",
  server: {
    issuer,
    authorization_endpoint: `${issuer}/oauth/authorize`,
    token_endpoint: `${issuer}/oauth/token`,
    authorization_response_iss_parameter_supported: true,
  },
});
const complete = (callback: Record<string, string>) =>
  login.complete(new URLSearchParams(callback), state, "https://desk.example/connect/callback", {
    verifier: "v".repeat(43),
  });

const fetched = vi.fn(async () =>
  Response.json({ access_token: "a", refresh_token: "r", token_type: "bearer", expires_in: 60 }),
);
beforeEach(() => {
  vi.stubGlobal("fetch", fetched);
  fetched.mockClear();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it("exchanges the code of a response that names its authorization server", async () => {
  expect(await complete({ code: "c", state, iss: issuer })).toMatchObject({ accessToken: "a" });
  expect(fetched).toHaveBeenCalledOnce();
});

it.each([
  ["of another authorization server", { code: "c", state, iss: "https://evil.example" }],
  ["that names no authorization server", { code: "c", state }],
  ["with another state", { code: "c", state: "another", iss: issuer }],
])("sends the code of a response %s nowhere", async (_, callback) => {
  await expect(complete(callback)).rejects.toThrow();
  expect(fetched).not.toHaveBeenCalled();
});
