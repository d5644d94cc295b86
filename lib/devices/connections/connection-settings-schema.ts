import { changesOf } from "@/lib/core/validation/changes-of";
import { checkbox, MAX_INTEGER, z } from "@/lib/core/validation/problems";
import { appSchemes } from "./return-address";

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

export const updateConnectionSettingsInput = z.object({
  /** 0 before anything was ever set. */
  version: whole(0, MAX_INTEGER),
  staleAfterMinutes: whole(15, 10_080),
  linkDays: whole(1, 60),
  ...changesOf({ sendsReminders: checkbox }),
  firstReminderHours: whole(1, 720),
  reminderEveryDays: whole(1, 60),
  maxReminders: whole(1, 10),
  maxPerWeek: whole(1, 7),
  quietFromHour: whole(0, 23),
  quietUntilHour: whole(0, 23),
  ...changesOf({ appSchemes }),
});
