import { isLanguage } from "@/lib/core/i18n/languages";
import { schemasOf } from "@/lib/core/records/field-table";
import { changesOf } from "@/lib/core/validation/changes-of";
import {
  emailAddress,
  optionalText,
  phoneNumber,
  recordVersion,
  requiredMultilineText,
  requiredText,
  verbatimText,
  z,
} from "@/lib/core/validation/problems";
import { isTimeZone } from "@/lib/core/validation/time-zone";
import { memberFields } from "@/lib/customers/end-users/end-user-fields";
import { passwordLength } from "@/lib/identity/auth/password-length";
import { accessEndFields } from "./access-end-schema";

export const memberRoles = ["admin", "staff"] as const;
export type MemberRole = (typeof memberRoles)[number];

/** Why a person has a role: kept on record and shown with it. */
const reason = requiredMultilineText(300).min(5);

/** The number that the HR system knows a member by; empty: none. */
const externalUserId = optionalText(255);

export const inviteTeamMemberInput = z.object({
  email: emailAddress,
  /** Empty: the person tells when they accept the invitation, which asks for both names. */
  firstName: optionalText(100),
  lastName: optionalText(100),
  role: z.enum(memberRoles),
  reason,
  externalUserId,
  ...accessEndFields,
});

export const inviteAdminInput = z.object({
  email: emailAddress,
  firstName: optionalText(100),
  lastName: optionalText(100),
});

export const setMemberExternalIdInput = z.object({ id: z.uuid(), externalUserId });

export const memberReference = z.object({ id: z.uuid() });

export const correctInvitationInput = z.object({ id: z.uuid(), email: emailAddress });

export const changeMemberRoleInput = z.object({ id: z.uuid(), role: z.enum(memberRoles), reason });

const { email: _, ...recordFields } = schemasOf(memberFields);

export const updateMemberInput = z.object({
  id: z.uuid(),
  version: recordVersion,
  role: z.enum(memberRoles),
  reason,
  /** The present address: members change theirs themselves, and both mailboxes agree to it. */
  email: emailAddress,
  ...changesOf({ ...recordFields, externalUserId }),
});

export const suspendMemberInput = z.object({ id: z.uuid(), reason });

export const resetSecondFactorInput = z.object({ id: z.uuid(), reason });

export const acceptInvitationInput = z.object({
  token: z.string().max(200),
  password: verbatimText()
    .min(1)
    .max(passwordLength.most * 4),
  firstName: requiredText(100),
  lastName: requiredText(100),
  phone: phoneNumber,
  language: z.string().refine(isLanguage, { error: "choice" }),
  timeZone: z.string().refine(isTimeZone, { error: "choice" }),
  terms: z.literal("on", { error: "terms" }),
});
