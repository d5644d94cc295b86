import "server-only";
import { deviceTarget } from "../devices/find-device";
import { endUserTarget } from "../end-users/find-end-user";
import { personName } from "../people/person-name";
import type { FoundLink } from "./find-connect-link";

/** Who uses a link, and with what: its holder acts for the end-user it was made for. */
export function actingUser({ user, device }: Pick<FoundLink, "user" | "device">) {
  return {
    actor: { id: user.id, name: personName(user), kind: "end-user" as const },
    target: device ? deviceTarget(device) : endUserTarget(user),
  };
}
