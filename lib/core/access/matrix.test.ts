import { describe, expect, it } from "vitest";
import type { EndUser, Member } from "./actor";
import { authorize, may } from "./authorize";
import { actions, permissionMatrix, type Resource, type Role, resources, scopeOf } from "./matrix";

/** The rights in letters, as the documentation has them; small letters are own records only. */
const documented: Record<
  Exclude<Role, "restricted" | "system" | "anonymous">,
  Partial<Record<Resource, string>>
> = {
  admin: {
    "end-user": "CRUD",
    building: "CRUD",
    "energy-contract": "CRUD",
    note: "CRUD",
    case: "CRUD",
    device: "CRUD",
    staff: "CRUD",
    admin: "CRUD",
    "organization-settings": "RU",
    handbook: "CRUD",
    "api-credentials": "CRUD",
    webhook: "CRUD",
    "audit-log": "R",
    security: "RU",
    billing: "RU",
  },
  staff: {
    "end-user": "CRUD",
    building: "CRUD",
    "energy-contract": "CRUD",
    note: "CRUD",
    case: "CRUD",
    device: "CRUD",
    staff: "R",
    admin: "R",
    handbook: "R",
  },
  user: { "end-user": "ru", building: "ru", "energy-contract": "ru", device: "ru" },
  "server-to-server": {
    "end-user": "CRUD",
    building: "CRUD",
    "energy-contract": "CRUD",
    note: "CRUD",
    case: "CRUD",
    device: "CRUD",
    staff: "CRUD",
    admin: "CRUD",
    "organization-settings": "RU",
    handbook: "CRUD",
    "api-credentials": "RD",
    webhook: "CRUD",
    "audit-log": "R",
    security: "R",
  },
};

function lettersOf(role: Role, resource: Resource): string {
  return actions
    .map((action) => {
      const letter = action.charAt(0);
      const scope = scopeOf(role, action, resource);
      return scope === "organization" ? letter.toUpperCase() : scope === "own" ? letter : "";
    })
    .join("");
}

describe.each(Object.entries(documented))("the rights of %s", (role, rights) => {
  it.each(resources)("on %s", (resource) => {
    expect(lettersOf(role as Role, resource)).toBe(rights[resource] ?? "");
  });
});

it("gives restricted people, jobs and anonymous callers nothing that belongs to people", () => {
  for (const role of ["restricted", "system", "anonymous"] as const) {
    for (const resource of resources) expect(permissionMatrix[role][resource]).toBeUndefined();
  }
});

describe("authorize", () => {
  const common = { organizationId: "o", requestId: "r", sessionId: "s", name: "N" };
  const staff: Member = { kind: "member", role: "staff", userId: "staff-1", ...common };
  const endUser: EndUser = { kind: "end-user", role: "user", userId: "user-1", ...common };

  it("forbids what the matrix does not grant", () => {
    expect(() => authorize(staff, { action: "update", resource: "staff" })).toThrow(
      "staff may not",
    );
    expect(may(staff, "update", "staff")).toBe(false);
  });

  it("hides another's record from roles that reach only their own", () => {
    const requirement = { action: "read", resource: "device" } as const;
    expect(() => authorize(endUser, { ...requirement, ownerId: "user-2" })).toThrowError(
      expect.objectContaining({ name: "NotFound" }),
    );
    expect(authorize(endUser, { ...requirement, ownerId: "user-1" })).toBe("own");
    expect(authorize(staff, { ...requirement, ownerId: "user-2" })).toBe("organization");
  });
});
