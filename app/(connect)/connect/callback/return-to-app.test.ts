import { expect, it, vi } from "vitest";
import { GET } from "./route";

const state = vi.hoisted(() => ({ successUrl: null as string | null }));

vi.mock("@/app/_server/connect-link", () => ({ readBrowserSecret: async () => "secret" }));
vi.mock("@/app/_server/viewer", () => ({ getLoginContext: async () => ({}) }));
vi.mock("@/lib/identity/auth/reset-password", () => ({ anonymousActorOfLink: () => ({}) }));
vi.mock("@/lib/devices/connections/log-in-at-manufacturer", () => ({
  completeConnection: async () => ({ kind: "done", token: "token" }),
}));
vi.mock("@/lib/devices/connections/view-connect-link", () => ({
  viewConnectLink: async () => ({ kind: "completed", ...state }),
}));

/** Where the route leads, as Next throws it. */
async function destination(successUrl: string | null): Promise<string> {
  state.successUrl = successUrl;
  const error: unknown = await GET(
    new Request("http://localhost:3000/connect/callback?state=s"),
    undefined,
  ).catch((thrown: unknown) => thrown);
  return error instanceof Error && "digest" in error ? String(error.digest) : "";
}

it("leads to a web address at once, and into an app from our own page", async () => {
  expect(await destination("https://partner.example/done")).toContain(
    ";https://partner.example/done;",
  );
  expect(await destination("myapp://done")).toContain(";/connect/token?return;");
  expect(await destination(null)).toContain(";/connect/token;");
});
