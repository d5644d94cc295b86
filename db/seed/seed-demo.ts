import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { openConnection } from "../open-connection";
import {
  handbookEntries,
  handbookReadings,
  handbookRevisions,
  invitations,
  organizations,
  roleAssignments,
  users,
} from "../schema";
import { bindOrganization } from "./bind-organization";
import { starterEntries } from "./handbook-entries";
import { createRandom, type Random } from "./random";
import { seedFleet } from "./seed-organization";
import { demoTeam } from "./team";

const day = 86_400_000;

type DemoSize = { production: [number, number]; sandbox: [number, number] };

/** End-users and devices of each organization: some 2,000 and 4,000 together. */
const demoSize: DemoSize = { production: [1900, 3800], sandbox: [100, 200] };

export const demoOrganizations = {
  production: "0193a000-0000-7000-8000-000000000001",
  sandbox: "0193a000-0000-7000-8000-000000000002",
};

/**
 * Fills an empty database with the demo: a production and a sandbox organization, ten team members in
 * every state, and their fleets. The same on every machine but for the day it is counted from.
 * @param passwordHash of the password that all demo accounts share
 * @returns whether anything was written
 */
export async function seedDemo(
  ownerUrl: string,
  passwordHash: string,
  size: DemoSize = demoSize,
): Promise<boolean> {
  const client = openConnection(ownerUrl);
  const connection = drizzle(client, { casing: "snake_case" });
  try {
    const existing = await connection.execute(sql`select list_organization_ids() limit 1`);
    if (existing.length > 0) return false;
    await connection.transaction(async (transaction) => {
      const random = createRandom(20_261_124);
      const now = new Date();
      const shared = { defaultLanguage: "en", timeZone: "Europe/Vienna" } as const;
      await bindOrganization(transaction, demoOrganizations.production);
      await transaction.insert(organizations).values({
        ...shared,
        id: demoOrganizations.production,
        name: "Alpenstrom Energie",
        slug: "alpenstrom",
        environment: "production",
      });
      await bindOrganization(transaction, demoOrganizations.sandbox);
      await transaction.insert(organizations).values({
        ...shared,
        id: demoOrganizations.sandbox,
        name: "Alpenstrom Sandbox",
        slug: "alpenstrom-sandbox",
        environment: "sandbox",
        sandboxOf: demoOrganizations.production,
      });
      const inner = transaction as unknown as ReturnType<typeof drizzle>;
      await seedTeam(inner, random, passwordHash, now);
      await seedFleet(inner, random, {
        organizationId: demoOrganizations.production,
        endUsers: size.production[0],
        devices: size.production[1],
        now,
        firstEndUser: { email: "user@demo.example", passwordHash, passwordChangedAt: now },
      });
      await seedFleet(inner, random, {
        organizationId: demoOrganizations.sandbox,
        endUsers: size.sandbox[0],
        devices: size.sandbox[1],
        now,
      });
    });
    return true;
  } finally {
    await client.end();
  }
}

async function seedTeam(
  connection: ReturnType<typeof drizzle>,
  random: Random,
  passwordHash: string,
  now: Date,
) {
  const ids = new Map<string, string>();
  const handbooks = new Map<string, string[]>();
  for (const [name, organizationId] of Object.entries(demoOrganizations)) {
    await bindOrganization(connection, organizationId);
    handbooks.set(name, await seedHandbook(connection, random, organizationId, now));
  }
  for (const member of demoTeam) {
    const organizationId = demoOrganizations[member.organization];
    await bindOrganization(connection, organizationId);
    const ago = member.state === "expired" ? 12 : member.state === "invited" ? 1 : 200;
    const createdAt = new Date(now.getTime() - ago * day - random.integer(0, day / 2));
    const id = random.id(createdAt);
    ids.set(`${member.organization} ${member.email}`, id);
    const hasJoined = member.state === "active" || member.state === "suspended";
    await connection.insert(users).values({
      organizationId,
      id,
      role: member.role,
      status: hasJoined ? (member.state as "active" | "suspended") : "invited",
      email: member.email,
      firstName: member.firstName,
      lastName: member.lastName,
      language: hasJoined ? "en" : null,
      timeZone: hasJoined ? "Europe/Vienna" : null,
      createdAt,
      updatedAt: createdAt,
      ...(hasJoined
        ? {
            passwordHash,
            passwordChangedAt: createdAt,
            lastSeenAt: new Date(now.getTime() - random.integer(1, 90) * 3_600_000),
            termsVersion: "2026-11",
            termsAcceptedAt: createdAt,
            accessVerifiedAt: member.isStuck ? null : createdAt,
          }
        : {}),
    });
    const admin = ids.get(`${member.organization} admin@demo.example`) ?? id;
    await connection.insert(roleAssignments).values({
      organizationId,
      id: random.id(createdAt),
      userId: id,
      role: member.role,
      reason: member.reason,
      assignedBy: admin,
      createdAt,
    });
    if (hasJoined && !member.isStuck) {
      await connection.insert(handbookReadings).values(
        (handbooks.get(member.organization) ?? []).map((entryId) => ({
          organizationId,
          userId: id,
          entryId,
          revision: 1,
          readAt: now,
        })),
      );
    }
    if (hasJoined) continue;
    await connection.insert(invitations).values({
      organizationId,
      id: random.id(createdAt),
      userId: id,
      tokenHash: createHash("sha256").update(`unguessed ${random.next()} ${id}`).digest(),
      invitedBy: admin,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + 7 * day),
    });
  }
}

/** The entries that every handbook starts with. @returns the ids of those that have to be read */
async function seedHandbook(
  connection: ReturnType<typeof drizzle>,
  random: Random,
  organizationId: string,
  now: Date,
): Promise<string[]> {
  const createdAt = new Date(now.getTime() - 210 * day);
  const entries = starterEntries.en.map((entry) => ({
    ...entry,
    organizationId,
    id: random.id(createdAt),
    createdAt,
    updatedAt: createdAt,
  }));
  await connection.insert(handbookEntries).values(entries);
  await connection.insert(handbookRevisions).values(
    entries.map(({ id, title, body }) => ({
      organizationId,
      id: random.id(createdAt),
      entryId: id,
      revision: 1,
      title,
      body,
      authorName: "Wattdesk",
      createdAt,
    })),
  );
  return entries.filter((entry) => entry.isRequired).map((entry) => entry.id);
}
