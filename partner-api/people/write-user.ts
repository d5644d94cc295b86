import type { Actor } from "@/lib/core/access/actor";
import { Invalid } from "@/lib/core/errors";
import { accountOf } from "@/lib/core/people/name-columns";
import { personName } from "@/lib/core/people/person-name";
import type { z } from "@/lib/core/validation/problems";
import { createEndUser } from "@/lib/customers/end-users/create-end-user";
import { listedEndUserFields, memberFields } from "@/lib/customers/end-users/end-user-fields";
import { updateEndUser } from "@/lib/customers/end-users/update-end-user";
import { deleteEndUser } from "@/lib/support/personal-data/delete-end-user";
import { inviteTeamMember } from "@/lib/team/members/invite-team-member";
import { removeMember } from "@/lib/team/members/remove-member";
import { updateMember } from "@/lib/team/members/update-member";
import { getPerson } from "@/lib/team/people/person-records";
import type { PersonRecord } from "@/lib/team/people/person-statements";
import { type ExpectedVersions, readExpected, rewrite } from "../http/conditional";
import { type createUserBody, sentPerson, type updateUserBody } from "./user-record";

const defaultReason = "Set through the API";

/** Adds an end-user, or invites a member of the team. @returns the new record's id */
export async function addUser(
  actor: Actor,
  body: z.output<typeof createUserBody>,
): Promise<string> {
  const fields = sentPerson(body);
  if (body.role === "user") {
    const { id } = await createEndUser(actor, { ...fields, email: body.email });
    return id;
  }
  requireMemberFields(fields);
  const { firstName, lastName, externalUserId = null } = fields;
  const spare = namesFromAddress(body.email);
  const { id } = await inviteTeamMember(actor, {
    role: body.role,
    email: body.email,
    firstName: firstName || spare.firstName,
    lastName: lastName || spare.lastName,
    externalUserId,
    reason: body.reason ?? defaultReason,
  });
  return id;
}

/** @throws Invalid when something was sent that customers alone have */
function requireMemberFields(fields: ReturnType<typeof sentPerson>): void {
  const strange = Object.entries(fields).filter(
    ([name, value]) => value !== null && isOfCustomers(name),
  );
  if (strange.length === 0) return;
  throw new Invalid(Object.fromEntries(strange.map(([name]) => [name, "customersOnly"])));
}

const isOfCustomers = (name: string) => name in listedEndUserFields && !(name in memberFields);

/** What an invited person is called until they tell: joining asks for both names. */
function namesFromAddress(address: string) {
  const [local = "", domain = ""] = address.split("@");
  const parts = local.split(/[._-]+/).filter(Boolean);
  const capital = (part: string) => part.charAt(0).toUpperCase() + part.slice(1);
  const [first = local, ...rest] = parts;
  const last = rest.join(" ") || domain.split(".")[0] || local;
  return { firstName: capital(first).slice(0, 100), lastName: capital(last).slice(0, 100) };
}

/** Changes what was sent of a person. */
export async function changeUser(
  actor: Actor,
  id: string,
  body: z.output<typeof updateUserBody>,
  expected: ExpectedVersions,
): Promise<void> {
  await rewrite(
    expected,
    () => getPerson(actor, { id }),
    (person) => writeUser(actor, person, body),
  );
}

async function writeUser(
  actor: Actor,
  person: PersonRecord,
  body: z.output<typeof updateUserBody>,
): Promise<void> {
  const { id, version, role: presentRole } = person;
  const role = body.role ?? presentRole;
  const fields = sentPerson(body);
  if (presentRole === "user") {
    // An end-user's ownedResources would be left without an end-user.
    if (role !== "user") throw new Invalid({ role: "endUserRole" });
    await updateEndUser(actor, { ...fields, id, version });
    return;
  }
  if (role === "user") throw new Invalid({ role: "endUserRole" });
  requireMemberFields(fields);
  await updateMember(actor, {
    ...fields,
    id,
    version,
    email: fields.email ?? accountOf(person).email,
    role,
    reason: body.reason ?? defaultReason,
  });
}

/** Deletes an end-user, or takes a member out of the team for good. */
export async function removeUser(
  actor: Actor,
  id: string,
  { reason, successor_id }: { reason?: string | undefined; successor_id?: string | undefined },
  expected: ExpectedVersions,
): Promise<void> {
  const { record: person, version } = await readExpected(expected, () => getPerson(actor, { id }));
  if (person.role === "user") {
    const confirmation = person.email ?? personName(person);
    await deleteEndUser(actor, { id, confirmation, version });
  } else {
    await removeTeamMember(actor, {
      id,
      version,
      reason: reason ?? "Removed through the API",
      successorId: successor_id ?? "",
    });
  }
}

/** Clients name one successor for everything that the member owns. */
async function removeTeamMember(
  actor: Actor,
  {
    successorId,
    ...removal
  }: { id: string; version: number | undefined; reason: string; successorId: string },
): Promise<void> {
  try {
    await removeMember(actor, {
      ...removal,
      caseOwnerId: successorId,
      clientOwnerId: successorId,
      viewOwnerId: successorId,
      accessOwnerId: successorId,
    });
  } catch (error) {
    if (error instanceof Invalid && "clientOwnerId" in error.fields) {
      throw new Invalid({ successorId: "choice" });
    }
    throw error;
  }
}
