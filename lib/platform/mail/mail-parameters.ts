type Names = { organizationName: string; recipientName: string };

/** A moment as ISO text, and the time zone to show it in. */
type Ending = { endsAt: string; timeZone: string };

/** `caseId` leads to the case. */
type CaseFacts = { deciderName: string; number: number; subject: string; caseId: string };

type LinkEnding = { expiresAt: string; timeZone: string };

type InvoiceFacts = { number: string; amountCents: number; dueAt: string; timeZone: string };

/**
 * What each template needs to be written, apart from its link. Texts that end in `At` are moments and
 * are shown in `timeZone`; sums that end in `Cents` are shown in euros.
 */
export type MailParameters = {
  invitation: {
    organizationName: string;
    recipientName: string;
    inviterName: string;
    role: "admin" | "staff";
    expiresAt: string;
    timeZone: string;
  };
  "password-reset": { organizationName: string; recipientName: string; minutes: number };
  "portal-access": { organizationName: string; recipientName: string; days: number };
  "password-changed": { organizationName: string; recipientName: string };
  "role-changed": {
    organizationName: string;
    recipientName: string;
    role: "admin" | "staff";
    deciderName: string;
    reason: string;
  };
  "role-change-noted": Names & { memberName: string; role: "admin" | "staff"; reason: string };
  "access-end-set": Names & Ending & { deciderName: string; reason: string };
  "access-end-lifted": Names & { deciderName: string; reason: string };
  "access-ends-soon": Names & Ending;
  "member-access-ends-soon": Names & Ending & { memberName: string };
  "second-factor-added": Names & { factorName: string };
  "second-factor-removed": Names & { factorName: string };
  "second-factor-reset": Names & { deciderName: string; reason: string };
  "onboarding-nudge": Names & { deciderName: string; openSteps: number };
  "review-started": Names & { members: number; dueAt: string; timeZone: string };
  "review-reminder": Names & { dueAt: string; timeZone: string };
  "audit-head": Names & { sequence: number; hash: string };
  "address-change": Names & { newEmail: string };
  "address-change-new": Names & { newEmail: string };
  "address-changed": Names & { newEmail: string };
  "organization-deletion": Names & { deciderName: string; dueAt: string; timeZone: string };
  "organization-deletion-cancelled": Names & { deciderName: string };
  "security-finding": Names & { kind: string; subjectName: string; occurrences: number };
  "invoice-issued": Names & InvoiceFacts;
  "invoice-reminder": Names & InvoiceFacts;
  "invoice-last-notice": Names & InvoiceFacts;
  "invoice-paid": Names & InvoiceFacts;
  "member-access-ended": Names & { memberName: string };
  reconnection: Names & LinkEnding & { deviceName: string; manufacturer: string };
  connection: Names & LinkEnding;
  "case-assigned": Names & CaseFacts;
  "case-mention": Names & CaseFacts;
  "case-escalated": Names & CaseFacts & { reason: string };
  "case-answer": Names & { deciderName: string; number: number; subject: string; answer: string };
};

export type MailTemplate = keyof MailParameters;
