import { expect, it, vi } from "vitest";
import { problemResponse } from "./problem";

vi.mock("@/lib/core/env", () => ({ environment: () => ({ BASE_URL: "https://portal.example" }) }));

it.each(['"},"status":200,"x":{"', "</script><script>alert(1)</script>", "\u2028\\\n\u0000"])(
  "encodes %j as text in JSON",
  async (text) => {
    const response = problemResponse({ status: 400, code: "invalid", title: text }, "request");
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({
      type: "https://portal.example/api/partners/v2.0/docs/problems/invalid",
      ...{ title: text, status: 400, code: "invalid" },
    });
  },
);
