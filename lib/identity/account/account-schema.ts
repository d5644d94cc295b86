import { isLanguage } from "@/lib/core/i18n/languages";
import { exportSeparators } from "@/lib/core/people/export-separators";
import { changesOf } from "@/lib/core/validation/changes-of";
import { optionalChoice } from "@/lib/core/validation/optional-values";
import {
  emailAddress,
  phoneNumber,
  requiredText,
  verbatimText,
  z,
} from "@/lib/core/validation/problems";
import { isTimeZone } from "@/lib/core/validation/time-zone";

export const updateAccountInput = z.object({
  ...changesOf({
    firstName: requiredText(100),
    lastName: requiredText(100),
    phone: phoneNumber,
    language: z.string().refine(isLanguage, { error: "choice" }),
    timeZone: z.string().refine(isTimeZone, { error: "choice" }),
    exportSeparator: optionalChoice(exportSeparators),
  }),
});

export const changeOwnAddressInput = z.object({ email: emailAddress });

export const changePasswordInput = z.object({
  currentPassword: verbatimText().min(1).max(1024),
  password: verbatimText().min(1).max(1024),
});

/** For what needs no input but the will. */
export const nothing = z.object({});
