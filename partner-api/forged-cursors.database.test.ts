import { expect, it } from "vitest";
import { callingOrganization } from "@/testing/calling-organization";

const api = callingOrganization();
const { call, ofEndUser } = api;

/** Lists by each type of value that their cursors hold. */
const lists = [
  ["listUsers", {}],
  ["listUsers", { role: "user", sort: "email" }],
  ["listUsers", { role: "user", sort: "created" }],
  ["listDevices", {}],
  ["listBuildings", {}],
  ["listHeatPumps", {}],
  ["listAuditEvents", {}],
] as const;

const values = [
  "",
  "\u0000",
  "\ud800",
  "nonsense",
  "2026",
  "2026-02-30T00:00:00Z",
  "0000-01-01T00:00:00Z",
  "+010000-01-01T00:00:00Z",
  "9999-12-31T23:59:59Z",
  "9999-12-31 23:59:59+99",
  "Nov 28 2026 (now)",
  "infinity",
  "-infinity",
  "99999999999999999999",
];

it.each(lists)("answers forged cursors of %s %o without failing", async (list, query) => {
  for (const value of values) {
    for (const place of ["after", "before"]) {
      const cursor = Buffer.from(
        JSON.stringify([place, value, api.organization.endUser.id]),
      ).toString("base64url");
      const answer = await call(list, { params: ofEndUser(), query: { ...query, cursor } });
      expect([value, [200, 422].includes(answer.status)]).toEqual([value, true]);
    }
  }
});
