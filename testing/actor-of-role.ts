import { type Actor, systemActor } from "../lib/core/access/actor";
import type { Role } from "../lib/core/access/matrix";
import {
  actorOf,
  anonymousActor,
  apiClientOf,
  restrictedOf,
  type TestOrganization,
} from "./organization";

/** An actor of an organization in a role. */
export function actorOfRole(role: Role, organization: TestOrganization): Actor {
  switch (role) {
    case "admin":
      return actorOf(organization.admin);
    case "staff":
      return actorOf(organization.staff);
    case "user":
      return actorOf(organization.endUser);
    case "restricted":
      return restrictedOf(organization.admin);
    case "server-to-server":
      return apiClientOf(organization.id);
    case "system":
      return systemActor(organization.id, "test-request");
    case "anonymous":
      return anonymousActor(organization.id);
  }
}
