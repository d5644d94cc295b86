import { now } from "@/lib/core/clock";

/** Whether a temporary access is over; an access without an end never is. */
export function hasAccessEnded(member: { accessEndsAt: Date | null }): boolean {
  return member.accessEndsAt !== null && member.accessEndsAt <= now();
}
