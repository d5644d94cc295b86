export const mails = {
  greeting: "Hello {recipientName},",
  linkNote: "If the button doesn't work, copy this link into your browser:",
  footer: "Sent by Wattdesk on behalf of {organizationName}. Please don't reply to this email.",
  footerWithReply: "Sent by Wattdesk on behalf of {organizationName}. You can reply to this email.",
  roles: { admin: "Admin", staff: "Staff" },
  invitation: {
    subject: "{inviterName} invited you to {organizationName}",
    body: "{inviterName} invited you to join {organizationName} on Wattdesk as {role}. Set a password to get started.",
    button: "Accept invitation",
    closing:
      "The link works once and expires on {expiresAt}. If you didn't expect this invitation, you can ignore this email.",
  },
  "case-assigned": {
    subject: "Case #{number} assigned to you: {subject}",
    body: "{deciderName} assigned you case #{number}: {subject}.",
    button: "Open case",
    closing: "You can also find it under Cases.",
  },
  "case-mention": {
    subject: "{deciderName} mentioned you in case #{number}",
    body: "{deciderName} mentioned you in case #{number}: {subject}.",
    button: "Open case",
    closing: "You can also find it under Cases.",
  },
  "case-escalated": {
    subject: "Case #{number} escalated to you: {subject}",
    body: "{deciderName} escalated case #{number} to you: {subject}. Reason: {reason}",
    button: "Open case",
    closing: "You can also find it under Cases.",
  },
  "case-answer": {
    subject: "{subject} (#{number})",
    body: "{answer}",
    button: "",
    closing: "{deciderName}, {organizationName}",
  },
  reconnection: {
    subject: "Reconnect your {deviceName}",
    body: "Your {deviceName} is disconnected because {manufacturer} needs you to log in again. Until you reconnect it, it runs on its own schedule and isn't optimised. This takes about two minutes.",
    button: "Reconnect",
    closing:
      "This is your personal link. It expires on {expiresAt}. You log in at {manufacturer}, so {organizationName} never sees your password.",
  },
  connection: {
    subject: "Connect your devices to {organizationName}",
    body: "Connect your heat pump, electric vehicle, solar inverter, wallbox, home battery or smart meter to {organizationName}. Choose the manufacturer, log in there and select your devices.",
    button: "Connect devices",
    closing:
      "This is your personal link. It expires on {expiresAt}. {organizationName} never sees your password at the manufacturer.",
  },
  "portal-access": {
    subject: "Your access to the {organizationName} portal",
    body: "{organizationName} created an account for you. Set a password to see your devices and connect new ones.",
    button: "Set password",
    closing:
      "The link works once and expires in {days, plural, one {# day} other {# days}}. After that, use “Forgot password?” on the login page.",
  },
  "password-reset": {
    subject: "Reset your password for {organizationName}",
    body: "We received a request to reset the password of your Wattdesk account at {organizationName}.",
    button: "Reset password",
    closing:
      "The link works once and expires in {minutes} minutes. If you didn't request this, you can ignore this email. Your password stays the same.",
  },
  "password-changed": {
    subject: "Your password was changed",
    body: "The password of your Wattdesk account at {organizationName} was changed. You've been logged out everywhere else.",
    button: "",
    closing:
      "If this wasn't you, reset your password now with “Forgot password?” on the login page and tell an admin of your organisation.",
  },
  "role-changed": {
    subject: "Your role at {organizationName} has changed",
    body: "{deciderName} changed your role to {role}, effective immediately. Reason: “{reason}”",
    button: "",
    closing: "If you have questions, contact {deciderName}.",
  },
  "role-change-noted": {
    subject: "You changed the role of {memberName}",
    body: "You changed the role of {memberName} at {organizationName} to {role}. Reason: “{reason}”",
    button: "",
    closing: "If this wasn't you, change your password now and tell another admin.",
  },
  "access-end-set": {
    subject: "Your access to {organizationName} now has an expiry date",
    body: "{deciderName} changed your access to {organizationName}. It expires on {endsAt}. Reason: “{reason}”",
    button: "",
    closing: "Nothing changes until then. If you need access for longer, contact {deciderName}.",
  },
  "access-end-lifted": {
    subject: "Your access to {organizationName} no longer expires",
    body: "{deciderName} made your access to {organizationName} permanent. Reason: “{reason}”",
    button: "",
    closing: "You don't need to do anything.",
  },
  "access-ends-soon": {
    subject: "Your access to {organizationName} expires soon",
    body: "Your access to {organizationName} expires on {endsAt}. You'll be logged out at that time.",
    button: "",
    closing: "If you still need access, ask an admin to extend it before then.",
  },
  "member-access-ends-soon": {
    subject: "Access of {memberName} expires soon",
    body: "The temporary access of {memberName} to {organizationName} expires on {endsAt}.",
    button: "",
    closing:
      "To extend it, open the member's page in Wattdesk. Otherwise, you don't need to do anything.",
  },
  "second-factor-added": {
    subject: "Two-factor method added to your account",
    body: "“{factorName}” was added to your Wattdesk account at {organizationName} as a second step for logging in.",
    button: "",
    closing: "If this wasn't you, change your password now and tell an admin of your organisation.",
  },
  "second-factor-removed": {
    subject: "Two-factor method removed from your account",
    body: "“{factorName}” was removed from your Wattdesk account at {organizationName}.",
    button: "",
    closing: "If this wasn't you, change your password now and tell an admin of your organisation.",
  },
  "second-factor-reset": {
    subject: "Your two-factor authentication was reset",
    body: "{deciderName} removed all two-factor methods from your Wattdesk account at {organizationName}. You've been logged out. Reason: “{reason}”",
    button: "",
    closing:
      "Log in with your password and set up two-factor authentication again. If you didn't ask for this, tell another admin immediately.",
  },
  "onboarding-nudge": {
    subject: "Finish your onboarding at {organizationName}",
    body: "{deciderName} asks you to finish your onboarding at {organizationName}. {openSteps, plural, one {1 step is} other {# steps are}} still open on your dashboard in Wattdesk.",
    button: "",
    closing: "If you have questions, contact {deciderName}.",
  },
  "review-started": {
    subject: "Access review started at {organizationName}",
    body: "Review the access of {members, plural, one {1 member} other {# members}} at {organizationName} by {dueAt}. In Wattdesk, go to Team → Access reviews.",
    button: "",
    closing: "You can't review your own access, so at least two admins need to take part.",
  },
  "review-reminder": {
    subject: "Reminder: access review at {organizationName}",
    body: "The access review at {organizationName} is due on {dueAt} and hasn't been signed off yet.",
    button: "",
    closing: "In Wattdesk, go to Team → Access reviews.",
  },
  "audit-head": {
    subject: "Audit log checkpoint for {organizationName}: event {sequence}",
    body: "The audit log of {organizationName} is at event {sequence}. Fingerprint: {hash}. Keep this email as proof that no earlier event was changed or removed.",
    button: "",
    closing: "To verify the log, open Audit log → Verify in Wattdesk.",
  },
  "address-change": {
    subject: "Confirm your email change",
    body: "You asked to change the email of your Wattdesk account at {organizationName} to {newEmail}. Confirm it here and in the email we sent to the new address.",
    button: "Confirm change",
    closing:
      "The link expires in 24 hours. If this wasn't you, don't confirm and change your password now.",
  },
  "address-change-new": {
    subject: "Confirm your new email for {organizationName}",
    body: "{newEmail} will become the email of a Wattdesk account at {organizationName}. Confirm that it belongs to you.",
    button: "Confirm email",
    closing: "The link expires in 24 hours. If you didn't expect this, you can ignore this email.",
  },
  "address-changed": {
    subject: "Your email was changed",
    body: "The email of your Wattdesk account at {organizationName} is now {newEmail}. Use it to log in. You've been logged out everywhere else.",
    button: "",
    closing: "If this wasn't you, tell an admin of your organisation immediately.",
  },
  "organization-deletion": {
    subject: "{organizationName} will be deleted",
    body: "{deciderName} requested the deletion of {organizationName} and all its data. It will be deleted on {dueAt}. Nothing changes until then.",
    button: "",
    closing: "Any admin can cancel the deletion under Settings → Data.",
  },
  "organization-deletion-cancelled": {
    subject: "Deletion of {organizationName} cancelled",
    body: "{deciderName} cancelled the deletion of {organizationName}.",
    button: "",
    closing: "You don't need to do anything.",
  },
  "security-finding": {
    subject: "Security alert at {organizationName}: {subjectName}",
    body: "Suspicious activity at {organizationName}: {kind, select, failed_logins {repeated failed logins} password_spraying {password spraying from one IP address} new_device {login from a new device} mass_export {unusual number of exports} mass_deletion {unusual number of deletions} revoked_credential {use of a revoked or blocked API client} simultaneous_use {simultaneous use from two networks} other {-}} ({subjectName}). Review the alert under Settings → Security.",
    button: "",
    closing: "You get one email per alert. Further activity is added to the alert.",
  },
  "invoice-issued": {
    subject: "Invoice {number} for {organizationName}",
    body: "Invoice {number} for {organizationName} is ready. Amount: {amountCents}, due on {dueAt}. Download the PDF under Settings → Billing.",
    button: "",
    closing: "Thank you.",
  },
  "invoice-reminder": {
    subject: "Payment reminder: invoice {number}",
    body: "Invoice {number} of {organizationName} for {amountCents} was due on {dueAt}. We haven't received your payment yet.",
    button: "",
    closing: "If you've paid in the last few days, you can ignore this email.",
  },
  "invoice-last-notice": {
    subject: "Final notice: invoice {number} is overdue",
    body: "Invoice {number} of {organizationName} for {amountCents} was due on {dueAt} and is still unpaid after two reminders. Please pay it within 7 days.",
    button: "",
    closing: "If you have questions about this invoice, please contact us now.",
  },
  "invoice-paid": {
    subject: "Payment received for invoice {number}",
    body: "We received {amountCents} for invoice {number} of {organizationName}.",
    button: "",
    closing: "Thank you.",
  },
  "member-access-ended": {
    subject: "Access of {memberName} has expired",
    body: "The temporary access of {memberName} to {organizationName} has expired. All open sessions have ended.",
    button: "",
    closing: "To extend it or remove the member, open the member's page in Wattdesk.",
  },
};
