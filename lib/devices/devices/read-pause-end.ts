import "server-only";
import type { Transaction } from "@/db/client";
import { now } from "@/lib/core/clock";
import { Invalid } from "@/lib/core/errors";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { fromLocalMoment } from "@/lib/core/validation/local-moment";

/**
 * When a pause ends, from the fields of a form.
 * @returns null for a pause that lasts until somebody resumes
 * @throws Invalid without a length, or with an end that does not exist in the organization's time zone or is past
 */
export async function readPauseEnd(
  transaction: Transaction,
  { pauseFor, pauseUntil }: { pauseFor: string; pauseUntil: string },
): Promise<Date | null> {
  if (pauseFor === "") throw new Invalid({ pauseFor: "required" });
  if (pauseFor === "resumed") return null;
  if (pauseFor !== "until") return new Date(now().getTime() + Number(pauseFor) * 3_600_000);
  const { timeZone } = await getOrganization(transaction);
  const end = fromLocalMoment(pauseUntil, timeZone);
  if (!end) throw new Invalid({ pauseUntil: "moment" });
  if (end <= now()) throw new Invalid({ pauseUntil: "past" });
  return end;
}
