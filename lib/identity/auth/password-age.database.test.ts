import { eq } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { users } from "@/db/schema";
import { createOrganization, ownerConnection } from "@/testing/organization";
import { findSession } from "./find-session";
import { logIn } from "./log-in";
import { hashPassword } from "./password-hash";

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => owner.client.end());

it("takes a password that is ten years old, and asks for no new one", async () => {
  const password = "quiet lantern orbits maple";
  const { staff } = await createOrganization(owner.tables, await hashPassword(password));
  const longAgo = new Date("2016-11-24T10:00:00Z");
  await owner.tables
    .update(users)
    .set({ createdAt: longAgo, passwordChangedAt: longAgo })
    .where(eq(users.id, staff.id));
  const loginContext = { requestId: "test-request", clientAddress: "10.0.0.1", userAgent: "Test" };
  const outcome = await logIn({ email: staff.email, password }, loginContext);
  if (outcome.kind !== "logged-in") throw new Error(outcome.kind);
  const viewer = await findSession(outcome.session.token, loginContext);
  expect(viewer?.actor).toMatchObject({ kind: "member", role: "staff" });
});
