import { type Actor, systemActor } from "../lib/access/actor";
import type { Role } from "../lib/access/matrix";
import { actorOf, apiClientOf, newcomerOf, type TestOrganization, visitorOf } from "./organization";

/** An actor of an organization in a role. */
export function actorOfRole(role: Role, organization: TestOrganization): Actor {
  switch (role) {
    case "admin":
      return actorOf(organization.admin);
    case "staff":
      return actorOf(organization.staff);
    case "user":
      return actorOf(organization.endUser);
    case "newcomer":
      return newcomerOf(organization.admin);
    case "server-to-server":
      return apiClientOf(organization.id);
    case "system":
      return systemActor(organization.id, "test-request");
    case "visitor":
      return visitorOf(organization.id);
  }
}
