import { expect, it } from "vitest";
import { problemResponse } from "./problem";

it.each(['"},"status":200,"x":{"', "</script><script>alert(1)</script>", "\u2028\\\n\u0000"])(
  "encodes %j as text in JSON",
  async (text) => {
    const response = problemResponse({ status: 400, code: "invalid", title: text }, "request");
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ title: text, status: 400, code: "invalid" });
  },
);
