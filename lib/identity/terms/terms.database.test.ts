import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, it } from "vitest";
import { users } from "@/db/schema";
import { Conflict } from "@/lib/core/errors";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  restrictedOf,
  type TestOrganization,
  type TestPerson,
} from "@/testing/organization";
import { findSession } from "../auth/find-session";
import { acceptTerms, getOwnTerms } from "./accept-terms";
import { publishTerms } from "./publish-terms";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
});

const texts = {
  textEn: "Use Wattdesk for your work only, and keep your password to yourself.",
  textDe: "Nutzen Sie Wattdesk nur für Ihre Arbeit und behalten Sie Ihr Passwort für sich.",
  summary: "Shorter than before",
};
const publish = (after: number) => publishTerms(actorOf(organization.admin), { after, ...texts });

async function owed({ sessionToken }: TestPerson) {
  const viewer = await findSession(sessionToken, {
    requestId: "r",
    clientAddress: undefined,
  });
  return [viewer?.actor.kind, viewer?.pendingRequirement];
}

it("asks everybody again with their next click, until they accept", async () => {
  const { admin, staff, endUser } = organization;
  expect(await owed(staff)).toEqual(["member", undefined]);
  expect(await owed(endUser)).toEqual(["end-user", undefined]);
  await publish(0);
  for (const person of [admin, staff, endUser]) {
    expect(await owed(person)).toEqual(["restricted", "terms"]);
  }
  await acceptTerms(restrictedOf(staff), { version: "1", terms: "on" });
  await acceptTerms(restrictedOf(endUser), { version: "1", terms: "on" });
  expect(await owed(staff)).toEqual(["member", undefined]);
  expect(await owed(endUser)).toEqual(["end-user", undefined]);
  expect(await owed(admin)).toEqual(["restricted", "terms"]);
  await acceptTerms(restrictedOf(admin), { version: "1", terms: "on" });
  await publish(1);
  expect(await owed(staff)).toEqual(["restricted", "terms"]);
});

it("takes the acceptance of what was read, not of what has come since", async () => {
  const { staff } = organization;
  await publish(0);
  await publish(1);
  await expect(acceptTerms(restrictedOf(staff), { version: "1", terms: "on" })).rejects.toEqual(
    new Conflict("termsChanged"),
  );
  const [row] = await tables.select().from(users).where(eq(users.id, staff.id));
  expect(row?.termsVersion).toBe("2026-11");
  expect(await getOwnTerms(restrictedOf(staff), {})).toMatchObject({
    version: "2",
    isAccepted: false,
    summary: texts.summary,
  });
});

it("lets one of two admins publish from the same state", async () => {
  await publish(0);
  await expect(publish(0)).rejects.toEqual(new Conflict("changedMeanwhile"));
});
