import { changesOf } from "@/lib/core/validation/changes-of";
import {
  checkbox,
  emailAddress,
  optionalCountry,
  optionalText,
  phoneNumber,
  recordVersion,
  z,
} from "@/lib/core/validation/problems";

/** What a person may write of an end-user; shared by the form and the server. */
const endUserFields = {
  email: emailAddress,
  externalUserId: optionalText(255),
  firstName: optionalText(100),
  lastName: optionalText(100),
  phone: phoneNumber,
  streetAndNumber: optionalText(100),
  streetAddInfo: optionalText(100),
  zipCode: optionalText(20),
  town: optionalText(100),
  country: optionalCountry,
};

export const endUserFieldNames = Object.keys(endUserFields) as (keyof typeof endUserFields)[];

/** Decimal degrees. No form asks for them: left out, they stay as they are. */
const position = {
  latitude: z.number().min(-90).max(90).nullable().optional(),
  longitude: z.number().min(-180).max(180).nullable().optional(),
};

export const createEndUserInput = z.object({ ...endUserFields, ...position });

export const updateEndUserInput = z.object({
  ...changesOf(endUserFields),
  ...position,
  id: z.uuid(),
  version: recordVersion,
});

export const setArchivedInput = z.object({ id: z.uuid(), isArchived: checkbox });

export const deleteEndUserInput = z.object({
  id: z.uuid(),
  /** The end-user's address, typed again. */
  confirmation: z.string().trim().min(1).max(254),
});
