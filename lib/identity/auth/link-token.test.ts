import fc from "fast-check";
import { expect, it } from "vitest";
import { listSources } from "@/testing/sources";
import { cleanLinkPart } from "./link-token";
import { createTenantToken, readTenantToken } from "./tenant-token";

const organizationId = "0193a000-0000-7000-8000-000000000001";
const { token } = createTenantToken(organizationId);

const hangers = [
  ...[".", ",", ";", ":", "!", "?", ")", "]", ">", '"', "'", "”", "…", "*", "_", ").", '">'],
  ...["%2E", "%2c", "%3B", "%29", "%5D", "%3E", "%22", "%27", "%E2%80%9D", "%20", "%C2%A0"],
  ...["?utm_source=mail", "&utm_source=mail", "%3Futm_source=mail", "%26gclid%3Dx"],
  ...["&fbclid=IwAR0", "&mc_eid=1a2b", ".?utm_campaign=a.b"],
];

it.each(hangers)("opens a link that ends in %s", (hanger) => {
  expect(cleanLinkPart(token + hanger)).toBe(token);
  expect(cleanLinkPart(organizationId + hanger)).toBe(organizationId);
});

it("opens a link with anything after its secret, and keeps the secret exact", () => {
  const secret = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => {
    return `${organizationId}.${Buffer.from(bytes).toString("base64url")}`;
  });
  const hanger = fc.string({ unit: "grapheme" }).filter((text) => !/^[A-Za-z0-9]/.test(text));
  fc.assert(
    fc.property(secret, hanger, (sent, end) => {
      expect(cleanLinkPart(sent + end)).toBe(sent);
      expect(readTenantToken(cleanLinkPart(encodeURIComponent(sent + end)))?.token).toBe(sent);
    }),
  );
});

it("makes no secret of what is none", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(readTenantToken(cleanLinkPart(text))).toBeUndefined();
    }),
  );
  const short = token.slice(0, -1);
  for (const broken of ["", ".", short, `${short}.`, `${token}a`, ` ${token}`, `x${token}`]) {
    expect(readTenantToken(cleanLinkPart(broken))).toBeUndefined();
  }
});

it("stays with links: sessions, clients and logins at a manufacturer name their tokens exactly", () => {
  expect(readTenantToken(`${token}.`)).toBeUndefined();
  const users = listSources(["app", "lib", "partner-api"])
    .filter(({ text }) => text.includes("cleanLinkPart("))
    .map(({ file }) => file);
  expect(users).toEqual([
    "app/(connect)/connect/[token]/layout.tsx",
    "app/(connect)/connect/[token]/page.tsx",
    "app/(portal)/cases/[id]/page.tsx",
    "app/(public)/accounts/confirm-address/[token]/page.tsx",
    "app/(public)/accounts/reset-password/[token]/page.tsx",
    "app/(public)/invite/[token]/page.tsx",
    "app/_server/connect-link.ts",
    "app/_server/device-link.ts",
    "app/_server/invitation-link.ts",
    "lib/identity/auth/link-token.ts",
  ]);
});

it("is read by every page whose address ends in the secret of a link", () => {
  const reading = listSources(["app"]).filter(
    ({ file, text }) => file.includes("[token]") && /\bparams\b/.test(text),
  );
  expect(reading.length).toBeGreaterThan(4);
  expect(reading.filter(({ text }) => !text.includes("cleanLinkPart("))).toEqual([]);
});
