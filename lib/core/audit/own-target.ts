import { type Actor, actorId, actorName } from "../access/actor";
import type { AuditTarget } from "./audit-entry";

/** The actor as the target, where the event is about nobody else. */
export const ownTarget = (actor: Actor): AuditTarget => ({
  type: "user",
  id: actorId(actor),
  name: actorName(actor),
});
