/** What each template needs to be written, apart from its link. */
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
  "password-changed": { organizationName: string; recipientName: string };
  "role-changed": {
    organizationName: string;
    recipientName: string;
    role: "admin" | "staff";
    deciderName: string;
    reason: string;
  };
};

export type MailTemplate = keyof MailParameters;
