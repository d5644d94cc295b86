import { personRoles, userStatuses } from "@/lib/core/people/person-terms";
import { withoutUndefined } from "@/lib/core/validation/changes-of";
import { verbatimText, z } from "@/lib/core/validation/problems";
import type { PersonRecord } from "@/lib/team/people/person-statements";
import {
  addressBody,
  addressFields,
  moment,
  sentAddress,
  shownAddress,
  shownMoment,
  shownText,
  text,
} from "../fields";

const writable = {
  external_user_id: text(255).meta({ description: "The organization's own number of the person." }),
  first_name: text(100),
  last_name: text(100),
  phone: text(40),
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
    email: z.string(),
    external_user_id: shownText,
    first_name: shownText,
    last_name: shownText,
    phone: shownText,
    ...addressFields,
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
    email: person.email,
    external_user_id: person.externalUserId,
    first_name: person.firstName,
    last_name: person.lastName,
    phone: person.phone,
    ...shownAddress(person),
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
export function sentPerson(body: z.output<typeof updateUserBody>) {
  return withoutUndefined({
    email: body.email,
    externalUserId: body.external_user_id,
    firstName: body.first_name,
    lastName: body.last_name,
    phone: body.phone,
    ...sentAddress(body),
  });
}
