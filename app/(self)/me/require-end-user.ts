import "server-only";
import { forbidden } from "next/navigation";
import { redirectToPendingRequirement, requireViewer } from "@/app/_server/viewer";
import type { EndUser } from "@/lib/core/access/actor";

/** The end-user whose own pages these are; the team has none. */
export async function requireEndUser(): Promise<EndUser> {
  const { actor, ...viewer } = await requireViewer();
  redirectToPendingRequirement(viewer);
  if (actor.kind !== "end-user") forbidden();
  return actor;
}
