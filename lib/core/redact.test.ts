import { expect, it } from "vitest";
import { linkPaths, redactAddress, redactError, redactPath } from "./redact";

it.each(linkPaths)("takes the token out of %s", (path) => {
  expect(redactPath(`GET ${path}secret-token?next=1 failed`)).toBe(`GET ${path}…?next=1 failed`);
});

it("takes secrets out of a query", () => {
  expect(redactPath("/connect/callback?state=abc&code=def&lang=de")).not.toMatch(/abc|def/);
});

it("keeps nothing of an address but its path", () => {
  expect(redactAddress("/users?search=xaver%40home.example&a@b.example")).toBe("/users");
  expect(redactAddress("/invite/secret-token?next=1")).toBe("/invite/…");
});

it("keeps no parameter, detail or key of a failed statement, nor of its cause", () => {
  const cause = Object.assign(new Error("duplicate key: Key (email)=(xaver@home.example)"), {
    code: "23505",
    detail: "Key (email)=(xaver@home.example) already exists.",
    parameters: ["Ypsilanti"],
    query: "insert into users",
  });
  const error = new Error("Failed query: insert\nparams: Ypsilanti,xaver@home.example", { cause });
  const logged = JSON.stringify(redactError(Object.assign(error, { params: ["Ypsilanti"] })));
  expect(logged).not.toMatch(/Ypsilanti|xaver/);
  expect(logged).toContain("23505");
});

it.each(["constraint", "constraint_name"])(
  "keeps the code and the %s of a refused row, and none of its values",
  (field) => {
    const error = Object.assign(new Error('row "Ypsilanti" violates the check'), {
      code: "23514",
      [field]: "users_role",
    });
    expect(redactError(error)).toMatchObject({
      code: "23514",
      message: "refused by the database users_role",
    });
  },
);
