import type { AuditChanges } from "@/db/schema";
import type { ActorKind } from "../access/actor";
import type { AuditAction } from "./actions";

/** Kinds of records that audit events name. */
export type AuditTargetType =
  | "access-review"
  | "answer-template"
  | "api-client"
  | "audit-stream"
  | "billing-account"
  | "building"
  | "bulk-action"
  | "case"
  | "device"
  | "end-user"
  | "energy-contract"
  | "handbook-entry"
  | "import"
  | "incident"
  | "invoice"
  | "job"
  | "mail"
  | "mail-text"
  | "organization"
  | "saved-view"
  | "security-finding"
  | "session"
  | "terms"
  | "use-case"
  | "user"
  | "webhook";

export type AuditTarget = {
  type: AuditTargetType;
  id?: string | undefined;
  name?: string | undefined;
};

/** The target of an event about one record. */
export type RecordTarget = AuditTarget & { id: string; name: string };

export type AuditEntry = {
  action: AuditAction;
  target: AuditTarget;
  changes?: AuditChanges;
  reason?: string | undefined;
  /** Who acted, where only the call itself found out, as at login. */
  actor?: { id: string; name: string; kind: ActorKind };
};
