import "server-only";
import { personName } from "@/lib/core/people/person-name";
import { endUserTarget } from "@/lib/customers/end-users/find-end-user";
import { deviceTarget } from "../devices/find-device";
import type { FoundLink } from "./find-connect-link";

/** Who uses a link, and with what: its holder acts for the end-user it was made for. */
export function actingUser({ user, device }: Pick<FoundLink, "user" | "device">) {
  return {
    actor: { id: user.id, name: personName(user), kind: "end-user" as const },
    target: device ? deviceTarget(device) : endUserTarget(user),
  };
}
