import { describe, expect, it } from "vitest";
import { resources } from "./matrix";
import { allScopes, narrowScopes, scopeFor, scopesAllow, toScopeAnswer } from "./scopes";

describe("scopesAllow", () => {
  it("leaves what has no scopes to the role", () => {
    for (const resource of resources) expect(scopesAllow(undefined, "delete", resource)).toBe(true);
  });

  it("lets writing include reading, and reading nothing else", () => {
    expect(scopesAllow(["devices:write"], "read", "device")).toBe(true);
    expect(scopesAllow(["devices:write"], "delete", "device")).toBe(true);
    expect(scopesAllow(["devices:read"], "read", "device")).toBe(true);
    expect(scopesAllow(["devices:read"], "update", "device")).toBe(false);
    expect(scopesAllow(["devices:write"], "read", "end-user")).toBe(false);
  });

  it("opens nothing to a token that has no area", () => {
    const all = ["customers:write", "devices:write", "team:write", "audit-log:read"];
    for (const resource of ["billing", "api-credentials", "own-account", "security"] as const) {
      expect(scopesAllow(all, "read", resource)).toBe(false);
      expect(scopeFor("read", resource)).toBeUndefined();
    }
  });
});

describe("narrowScopes", () => {
  const held = ["customers:write", "devices:read"];

  it("gives all that a client has when it asks for nothing, or for reading and writing", () => {
    expect(narrowScopes(held, "")).toEqual(held);
    expect(narrowScopes(held, "read write")).toEqual(held);
  });

  it("gives reading alone of what can be written", () => {
    expect(narrowScopes(held, "read")).toEqual(["customers:read", "devices:read"]);
    expect(narrowScopes(held, "customers:read")).toEqual(["customers:read"]);
  });

  it("gives nothing when more is asked for than the client has", () => {
    expect(narrowScopes(held, "devices:write")).toEqual([]);
    expect(narrowScopes(held, "customers:read team:read")).toEqual([]);
    expect(narrowScopes(held, "everything")).toEqual([]);
  });
});

describe("toScopeAnswer", () => {
  const given = ["customers:write", "devices:read"];

  it("says read write to a client that has everything", () => {
    const all = allScopes.filter((scope) => scope !== "customers:read");
    expect(toScopeAnswer(all)).toBe("read write");
  });

  it("begins with read write for a client that has some scopes", () => {
    expect(toScopeAnswer(given)).toBe("read write customers:write devices:read");
    expect(toScopeAnswer(["devices:read"])).toBe("read devices:read");
  });

  it("answers in the words that the client asked with, but never claims writing", () => {
    expect(toScopeAnswer(given, "read write")).toBe("read write");
    expect(toScopeAnswer(["customers:read"], "read")).toBe("read");
    expect(toScopeAnswer(["team:read"], "team:read")).toBe("team:read");
    expect(toScopeAnswer(["devices:read"], "read write")).toBe("read");
  });
});
