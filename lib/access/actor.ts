import type { Role } from "./matrix";

type Request = {
  organizationId: string;
  /** Ties log lines, audit events and error pages of one request together. */
  requestId: string;
  /** As seen past the trusted proxies; undefined inside jobs. */
  clientAddress?: string | undefined;
};

type Person = Request & { userId: string; sessionId: string; name: string };

export type Member = Person & { kind: "member"; role: "admin" | "staff" };
export type EndUser = Person & { kind: "end-user"; role: "user" };
type ApiClient = Request & {
  kind: "api-client";
  role: "server-to-server";
  clientId: string;
  name: string;
};
export type System = Request & { kind: "system"; role: "system" };
export type Visitor = Request & { kind: "visitor"; role: "visitor" };

/** Who acts. Made from a session, a token or a job; never from what a client says of itself. */
export type Actor = Member | EndUser | ApiClient | System | Visitor;

/** The id by which "own" is decided, and under which the audit log names the actor. */
export function actorId(actor: Actor): string | undefined {
  if (actor.kind === "member" || actor.kind === "end-user") return actor.userId;
  if (actor.kind === "api-client") return actor.clientId;
  return undefined;
}

export function actorName(actor: Actor): string {
  if (actor.kind === "system" || actor.kind === "visitor") return actor.kind;
  return actor.name;
}

export function isPerson(actor: Actor): actor is Member | EndUser {
  return actor.kind === "member" || actor.kind === "end-user";
}

export function systemActor(organizationId: string, requestId: string): System {
  return { kind: "system", role: "system" satisfies Role, organizationId, requestId };
}
