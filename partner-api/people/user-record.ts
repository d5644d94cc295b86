import { personRoles, userStatuses } from "@/lib/core/people/person-terms";
import { verbatimText, z } from "@/lib/core/validation/problems";
import { endUserFields } from "@/lib/customers/end-users/end-user-fields";
import type { PersonRecord } from "@/lib/team/people/person-statements";
import { addressBody, languageTag, moment, shownMoment, text } from "../fields";
import { answersOf, bodiesOf, sentFields, shownFields } from "../record-fields";

const { email: _, ...optionalFields } = endUserFields;

const writable = {
  ...bodiesOf(optionalFields),
  external_user_id: text(endUserFields.externalUserId.maxLength).meta({
    description: "The organization's own number of the person.",
  }),
  language: languageTag,
  ...addressBody,
};

const role = z.enum(personRoles);

const email = verbatimText().max(254).meta({ example: "maria.huber@home.example" });

const reason = z
  .string()
  .max(300)
  .optional()
  .meta({ description: "Why a member of the team has this role; kept on record." });

export const createUserBody = z
  .object({ role, email, ...writable, reason })
  .meta({ id: "CreateUser" });

export const updateUserBody = z
  .object({ role: role.optional(), email: email.optional(), ...writable, reason })
  .meta({ id: "UpdateUser" });

export const userSchema = z
  .object({
    id: z.uuid(),
    role,
    ...answersOf(endUserFields),
    location_last_updated: shownMoment,
    status: z.enum(userStatuses).meta({
      description: "Whether a member of the team was invited, has joined, or is suspended.",
    }),
    archived_at: shownMoment,
    last_seen_at: shownMoment,
    created_at: moment,
    updated_at: moment,
    deleted_at: shownMoment,
  })
  .meta({ id: "User" });

export type User = z.input<typeof userSchema>;

export function toUser(person: PersonRecord): User {
  return {
    id: person.id,
    role: person.role,
    ...shownFields(endUserFields, person),
    location_last_updated: person.locationLastUpdated,
    status: person.status,
    archived_at: person.archivedAt,
    last_seen_at: person.lastSeenAt,
    created_at: person.createdAt,
    updated_at: person.updatedAt,
    deleted_at: person.deletedAt,
  };
}

/** What was sent, under the names that use-cases know. */
export const sentPerson = (body: z.output<typeof updateUserBody>) =>
  sentFields(endUserFields, body);
