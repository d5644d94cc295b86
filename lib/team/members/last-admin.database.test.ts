import { and, eq, isNull } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { users } from "@/db/schema";
import {
  actorOf,
  apiClientOf,
  createOrganization,
  createPerson,
  ownerConnection,
  type TestPerson,
} from "@/testing/organization";
import { changeMemberRole } from "./change-member-role";
import { removeMember } from "./remove-member";
import { suspendMember } from "./suspend-member";

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => owner.client.end());

const reason = "Trying the last admin";

const ways = {
  demote: (actor: TestPerson, target: TestPerson) =>
    changeMemberRole(actorOf(actor), { id: target.id, role: "staff", reason }),
  suspend: (actor: TestPerson, target: TestPerson) =>
    suspendMember(actorOf(actor), { id: target.id, reason }),
  remove: (actor: TestPerson, target: TestPerson) =>
    removeMember(actorOf(actor), { id: target.id, reason }),
};

async function activeAdmins(organizationId: string): Promise<number> {
  const rows = await owner.tables
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.organizationId, organizationId),
        eq(users.role, "admin"),
        eq(users.status, "active"),
        isNull(users.deletedAt),
      ),
    );
  return rows.length;
}

describe.each(Object.entries(ways))("to %s", (_, act) => {
  it("oneself is refused", async () => {
    const { admin, id } = await createOrganization(owner.tables);
    await createPerson(owner.tables, id, "admin", "second@utility.example");
    await expect(act(admin, admin)).rejects.toMatchObject({ name: "Conflict" });
  });

  it("another admin works while there are two active ones", async () => {
    const { admin, id } = await createOrganization(owner.tables);
    const second = await createPerson(owner.tables, id, "admin", "second@utility.example");
    await act(admin, second);
    expect(await activeAdmins(id)).toBe(1);
  });

  it("each other at the same instant leaves one admin, a hundred times over", async () => {
    for (let round = 0; round < 100; round++) {
      const { admin, id } = await createOrganization(owner.tables);
      const second = await createPerson(owner.tables, id, "admin", "second@utility.example");
      const results = await Promise.allSettled([act(admin, second), act(second, admin)]);
      expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
      expect(await activeAdmins(id)).toBe(1);
    }
  });

  it("one another all around leaves at least one of five", async () => {
    for (let round = 0; round < 20; round++) {
      const { admin, id } = await createOrganization(owner.tables);
      const admins = [admin];
      for (const name of ["b", "c", "d", "e"]) {
        admins.push(await createPerson(owner.tables, id, "admin", `${name}@utility.example`));
      }
      await Promise.allSettled(
        admins.flatMap((actor) =>
          admins.filter((target) => target !== actor).map((target) => act(actor, target)),
        ),
      );
      expect(await activeAdmins(id)).toBeGreaterThanOrEqual(1);
    }
  });
});

describe("the guard in the statement", () => {
  it("does not count invited, suspended or removed admins as admins", async () => {
    const { admin, id } = await createOrganization(owner.tables);
    const others = [
      { status: "invited" as const },
      { status: "suspended" as const },
      { deletedAt: new Date() },
    ];
    for (const [index, change] of others.entries()) {
      const other = await createPerson(owner.tables, id, "admin", `other${index}@utility.example`);
      await owner.tables.update(users).set(change).where(eq(users.id, other.id));
    }
    // A client of the API is nobody's self, so only the guard stands in its way.
    const removal = removeMember(apiClientOf(id), {
      id: admin.id,
      reason,
    });
    await expect(removal).rejects.toMatchObject({ problem: "lastAdmin" });
    const demotion = changeMemberRole(apiClientOf(id), { id: admin.id, role: "staff", reason });
    await expect(demotion).rejects.toMatchObject({ problem: "lastAdmin" });
    const suspension = suspendMember(apiClientOf(id), { id: admin.id, reason });
    await expect(suspension).rejects.toMatchObject({ problem: "lastAdmin" });
  });
});
