import { Forbidden, NotFound, OutOfScope } from "../errors";
import { type Actor, actorId } from "./actor";
import { type AccessScope, type Action, type Resource, scopeOf } from "./matrix";
import { scopesAllow } from "./scopes";

/** What an act needs. `ownerId` names whose record it is, where one record is meant. */
export type Requirement = { action: Action; resource: Resource; ownerId?: string | undefined };

/**
 * Checks an actor against the permission matrix.
 * @returns how far the right reaches; on `own` without an owner the caller limits its query
 * @throws Forbidden when the role has no such right
 * @throws OutOfScope when the role has it and the token was not given it
 * @throws NotFound when the right covers own records and this one is another's: that it exists is a secret
 */
export function authorize(actor: Actor, requirement: Requirement): AccessScope {
  const scope = scopeOf(actor.role, requirement.action, requirement.resource);
  if (!scope)
    throw new Forbidden(`${actor.role} may not ${requirement.action} ${requirement.resource}`);
  if (!scopesAllow(actor.tokenScopes, requirement.action, requirement.resource)) {
    throw new OutOfScope(requirement.action, requirement.resource);
  }
  const isOthers = requirement.ownerId !== undefined && requirement.ownerId !== actorId(actor);
  if (scope === "own" && isOthers) throw new NotFound();
  return scope;
}

/** Whether to offer something. A courtesy to the eye; the use-case decides. */
export function may(actor: Actor, action: Action, resource: Resource): boolean {
  return (
    scopeOf(actor.role, action, resource) !== undefined &&
    scopesAllow(actor.tokenScopes, action, resource)
  );
}
