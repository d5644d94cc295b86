/** Where an invitation stands; `mail` is the mail's own state while the invitation is open. */
export type InvitationState =
  | { kind: "open"; expiresAt: Date; mail: MailProgress | undefined }
  | { kind: "expired"; expiresAt: Date }
  | { kind: "revoked" }
  | { kind: "accepted"; acceptedAt: Date };

export type MailProgress = {
  state: "queued" | "sent" | "delivered" | "bounced" | "failed" | "cancelled";
  reason: string | null;
};

type InvitationRow = { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date };

export function invitationState(
  invitation: InvitationRow,
  mail: MailProgress | undefined,
  now: Date,
): InvitationState {
  if (invitation.acceptedAt) return { kind: "accepted", acceptedAt: invitation.acceptedAt };
  if (invitation.revokedAt) return { kind: "revoked" };
  if (invitation.expiresAt <= now) return { kind: "expired", expiresAt: invitation.expiresAt };
  return { kind: "open", expiresAt: invitation.expiresAt, mail };
}
