import { Forbidden } from "../errors";
import type { Idempotency } from "../use-cases/idempotency-key";
import type { Role } from "./matrix";

type Request = {
  organizationId: string;
  /** Ties log lines, audit events and error pages of one request together. */
  requestId: string;
  /** As seen past the trusted proxies; undefined inside jobs. */
  clientAddress?: string | undefined;
  /** What a token is limited to, within the role's rights; undefined: to nothing but these. */
  tokenScopes?: readonly string[] | undefined;
  /** Where reading goes on after the request was answered: each read checks again whether the actor still may. */
  isStreaming?: boolean | undefined;
  /** The key of a call that may be sent again. */
  idempotency?: Idempotency | undefined;
};

type Person = Request & {
  userId: string;
  sessionId: string;
  name: string;
  /** What the person typed to prove that it is still them: a code, or their password. */
  identityProof?: string | undefined;
};

export type Member = Person & { kind: "member"; role: "admin" | "staff" };
export type EndUser = Person & { kind: "end-user"; role: "user" };
/** A person who still has to set up a second factor or accept terms: only their own account is open. */
export type RestrictedPerson = Person & { kind: "restricted"; role: "restricted" };
type ApiClient = Request & {
  kind: "api-client";
  role: "server-to-server";
  clientId: string;
  name: string;
};
export type System = Request & { kind: "system"; role: "system" };
export type Anonymous = Request & { kind: "anonymous"; role: "anonymous" };

/** Who acts. Made from a session, a token or a job; never from what a client says of itself. */
export type Actor = Member | EndUser | RestrictedPerson | ApiClient | System | Anonymous;
export type ActorKind = Actor["kind"];

/** The id by which "own" is decided, and under which the audit log names the actor. */
export function actorId(actor: Actor): string | undefined {
  if (isPerson(actor)) return actor.userId;
  if (actor.kind === "api-client") return actor.clientId;
  return undefined;
}

/**
 * As `actorId`, for actions of someone who owns records.
 * @throws Forbidden for jobs and visitors
 */
export function requireActorId(actor: Actor): string {
  const id = actorId(actor);
  if (!id) throw new Forbidden(`${actor.kind} owns no records`);
  return id;
}

/** Whose share of the database's connections an actor's work counts against; jobs have no limit. */
export function callerOf(actor: Actor): string | undefined {
  return actorId(actor) ?? actor.clientAddress;
}

export function actorName(actor: Actor): string {
  if (actor.kind === "system" || actor.kind === "anonymous") return actor.kind;
  return actor.name;
}

export function isPerson(actor: Actor): actor is Member | EndUser | RestrictedPerson {
  return actor.kind === "member" || actor.kind === "end-user" || actor.kind === "restricted";
}

export function systemActor(organizationId: string, requestId: string): System {
  return { kind: "system", role: "system" satisfies Role, organizationId, requestId };
}

/** The actor of a download, which goes on while rights may end. */
export function forStreaming<Acting extends Actor>(actor: Acting): Acting {
  return { ...actor, isStreaming: true };
}
