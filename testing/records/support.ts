import { v7 as uuidv7 } from "uuid";
import { answerTemplates, cases, diagnoses, incidents, supportViews } from "../../db/schema";
import type { TestOrganization, TestPerson } from "../organization";
import type { Tables } from "../use-case-examples/kinds";

/** A case of the end-user's. */
export async function addCase(
  { id: organizationId, endUser, mark }: TestOrganization,
  tables: Tables,
  given: Partial<typeof cases.$inferInsert> = {},
): Promise<string> {
  const id = given.id ?? uuidv7();
  await tables.insert(cases).values({
    organizationId,
    id,
    number: 1,
    subject: `No hot water ${mark}`,
    userId: endUser.id,
    createdByName: "Somebody",
    ...given,
  });
  return id;
}

export async function addAnswerTemplate(
  { id: organizationId, mark }: TestOrganization,
  tables: Tables,
): Promise<string> {
  const id = uuidv7();
  await tables
    .insert(answerTemplates)
    .values({ organizationId, id, name: `Template ${mark}`, body: "Thank you for your patience." });
  return id;
}

/** What a look at the end-user found. */
export async function addDiagnosis(
  { id: organizationId, endUser, mark }: TestOrganization,
  tables: Tables,
  id: string = uuidv7(),
): Promise<string> {
  await tables.insert(diagnoses).values({
    organizationId,
    id,
    userId: endUser.id,
    findings: [
      {
        check: "canBeReached.good",
        verdict: "good",
        evidence: { email: `found-${mark}@home.example` },
      },
    ],
    ranByName: "Somebody",
  });
  return id;
}

/** A look at the end-user's page that somebody of the team has begun. */
export async function addSupportView(
  { id: organizationId, endUser, admin }: TestOrganization,
  tables: Tables,
  { id = uuidv7(), member = admin }: { id?: string; member?: TestPerson } = {},
): Promise<string> {
  await tables.insert(supportViews).values({
    organizationId,
    id,
    userId: endUser.id,
    memberId: member.id,
    reason: "Asked what they see",
    expiresAt: new Date(Date.now() + 600_000),
  });
  return id;
}

export async function addIncident(
  { id: organizationId, mark }: TestOrganization,
  tables: Tables,
): Promise<string> {
  const id = uuidv7();
  await tables.insert(incidents).values({
    organizationId,
    id,
    manufacturer: `Trouble ${mark}`,
    startedAt: new Date(),
    openedAt: new Date(),
    affected: 20,
    stillAffected: 20,
    counted: 20,
    windowMinutes: 15,
    usual: 0.5,
    threshold: 10,
  });
  return id;
}
