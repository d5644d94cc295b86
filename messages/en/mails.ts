export const mails = {
  greeting: "Hello {recipientName},",
  linkNote: "If the button does not work, copy this address into your browser:",
  footer: "Sent by Wattdesk for {organizationName}. Please do not reply to this mail.",
  roles: { admin: "Admin", staff: "Staff" },
  invitation: {
    subject: "{inviterName} invites you to {organizationName}",
    body: "{inviterName} has invited you to join {organizationName} on Wattdesk as {role}. Set a password and check your details to begin.",
    button: "Accept the invitation",
    closing:
      "The link works once, until {expiresAt}. If you did not expect it, you can leave this mail alone.",
  },
  "case-assigned": {
    subject: "Case #{number} is yours: {subject}",
    body: "{deciderName} has given you case #{number}: {subject}.",
    button: "Open the case",
    closing: "You find it under Cases, too.",
  },
  "case-mention": {
    subject: "{deciderName} mentioned you in case #{number}",
    body: "{deciderName} wants you to see case #{number}: {subject}.",
    button: "Open the case",
    closing: "You find it under Cases, too.",
  },
  "case-escalated": {
    subject: "Escalated to you: case #{number}, {subject}",
    body: "{deciderName} has handed case #{number} on to you: {subject}. The reason: {reason}",
    button: "Open the case",
    closing: "You find it under Cases, too.",
  },
  "case-answer": {
    subject: "{subject} (#{number})",
    body: "{answer}",
    button: "",
    closing: "{deciderName}, {organizationName}",
  },
  reconnection: {
    subject: "Please connect your {deviceName} again",
    body: "Your {deviceName} is no longer connected: {manufacturer} does not let us reach it until you log in there once more. Until then it runs by its own schedule and does not use the cheap hours. It takes about two minutes.",
    button: "Connect again",
    closing:
      "The link is yours alone and works until {expiresAt}. You log in at {manufacturer}; {organizationName} never sees your password there.",
  },
  connection: {
    subject: "Connect your devices with {organizationName}",
    body: "With this link you connect your heat pump, car, inverter, wallbox, home battery or smart meter with {organizationName}. You choose the manufacturer, log in there, and pick the devices.",
    button: "Connect devices",
    closing:
      "The link is yours alone and works until {expiresAt}. {organizationName} never sees your password at the manufacturer.",
  },
  "portal-access": {
    subject: "Your access to the portal of {organizationName}",
    body: "{organizationName} has set up an account for you. In the portal you see your devices and connect new ones. With this link you set your password.",
    button: "Set a password",
    closing:
      "The link works once, for {days, plural, one {# day} other {# days}}. After that, “Forgotten your password?” on the login page sends a new one.",
  },
  "password-reset": {
    subject: "Set a new password for {organizationName}",
    body: "Somebody, hopefully you, asked for a new password for your Wattdesk account at {organizationName}.",
    button: "Set a new password",
    closing:
      "The link works once, for {minutes} minutes. If it was not you, leave this mail alone: your password stays as it is.",
  },
  "password-changed": {
    subject: "Your password was changed",
    body: "The password of your Wattdesk account at {organizationName} was just changed, and sessions that were open elsewhere have ended.",
    button: "",
    closing:
      "If this was not you, set a new password at once through “Forgotten your password?” and tell an admin of your organization.",
  },
  "role-changed": {
    subject: "Your role at {organizationName} has changed",
    body: "{deciderName} has given you the role {role}, with this reason: “{reason}”. It is in force already.",
    button: "",
    closing: "Ask {deciderName} if this comes unexpectedly.",
  },
  "role-change-noted": {
    subject: "You changed the role of {memberName}",
    body: "You have given {memberName} the role {role} at {organizationName}, with this reason: “{reason}”.",
    button: "",
    closing: "If this was not you, change your password at once and tell another admin.",
  },
  "access-end-set": {
    subject: "Your access to {organizationName} has an end",
    body: "{deciderName} has set an end to your access to {organizationName}: {endsAt}. The reason given: “{reason}”.",
    button: "",
    closing: "Until then nothing changes for you. Ask {deciderName} if you need it for longer.",
  },
  "access-end-lifted": {
    subject: "Your access to {organizationName} lasts",
    body: "{deciderName} has lifted the end of your access to {organizationName}. The reason given: “{reason}”.",
    button: "",
    closing: "You need not do anything.",
  },
  "access-ends-soon": {
    subject: "Your access to {organizationName} ends soon",
    body: "Your access to {organizationName} ends on {endsAt}. Open sessions end at that minute too.",
    button: "",
    closing: "If your work goes on, ask an admin for an extension in time.",
  },
  "member-access-ends-soon": {
    subject: "The access of {memberName} ends soon",
    body: "The temporary access of {memberName} to {organizationName} ends on {endsAt}.",
    button: "",
    closing: "Nothing is needed if that is right. You can extend it on the member's page.",
  },
  "second-factor-added": {
    subject: "A second factor was added to your account",
    body: "“{factorName}” now proves beside your password that it is you who logs in to Wattdesk at {organizationName}.",
    button: "",
    closing:
      "If this was not you, change your password at once and tell an admin of your organization.",
  },
  "second-factor-removed": {
    subject: "A second factor was removed from your account",
    body: "“{factorName}” no longer belongs to your Wattdesk account at {organizationName}.",
    button: "",
    closing:
      "If this was not you, change your password at once and tell an admin of your organization.",
  },
  "second-factor-reset": {
    subject: "Your second factor was reset",
    body: "{deciderName} has taken all second factors from your Wattdesk account at {organizationName}, for this reason: “{reason}”. Your sessions have ended.",
    button: "",
    closing:
      "Log in with your password and set up a new one. If you did not ask for this, tell another admin at once.",
  },
  "onboarding-nudge": {
    subject: "A few steps are still open at {organizationName}",
    body: "{deciderName} asks you to finish your onboarding at {organizationName}: {openSteps, plural, one {one step is} other {# steps are}} still open. Your dashboard in Wattdesk shows which, and leads you there.",
    button: "",
    closing: "Ask {deciderName} if something keeps you from it.",
  },
  "review-started": {
    subject: "Access review at {organizationName}",
    body: "An access review has started at {organizationName}: {members, plural, one {one member} other {# members}} to look at, until {dueAt}. Open Team and then Access reviews in Wattdesk.",
    button: "",
    closing: "Nobody reviews themself, so it takes at least two of you.",
  },
  "review-reminder": {
    subject: "The access review at {organizationName} is not finished",
    body: "The access review at {organizationName} is due on {dueAt}, and some members have not been decided about yet, or it has not been signed off.",
    button: "",
    closing: "Open Team and then Access reviews in Wattdesk.",
  },
  "audit-head": {
    subject: "Audit log of {organizationName}: event {sequence}",
    body: "The audit log of {organizationName} stands at event {sequence}, with this fingerprint: {hash}. Keep this mail: it proves later that nothing before it was changed or cut off.",
    button: "",
    closing: "You can have the log verified at any time on its page.",
  },
  "address-change": {
    subject: "Confirm that your address changes",
    body: "You have asked for {newEmail} to become the address of your Wattdesk account at {organizationName}. Confirm it here, and with the mail that went to the new address.",
    button: "Confirm the change",
    closing:
      "The link works for a day. If it was not you, do not confirm, and change your password at once.",
  },
  "address-change-new": {
    subject: "Confirm your new address for {organizationName}",
    body: "{newEmail} is to become the address of a Wattdesk account at {organizationName}. Confirm that it is yours.",
    button: "Confirm the address",
    closing:
      "The link works for a day. If you know nothing of it, leave this mail alone: then nothing changes.",
  },
  "address-changed": {
    subject: "Your address has changed",
    body: "The address of your Wattdesk account at {organizationName} is {newEmail} now. You log in with it from now on; your sessions elsewhere have ended.",
    button: "",
    closing: "If this was not you, tell an admin of your organization at once.",
  },
  "organization-deletion": {
    subject: "{organizationName} is going to be deleted",
    body: "{deciderName} has asked for {organizationName} to be deleted with everything in it, on {dueAt}. Until then nothing changes.",
    button: "",
    closing: "If that is not right, any admin can call it off under Settings and then Data.",
  },
  "organization-deletion-cancelled": {
    subject: "{organizationName} stays",
    body: "{deciderName} has called off the deletion of {organizationName}.",
    button: "",
    closing: "You need not do anything.",
  },
  "security-finding": {
    subject: "Suspicious at {organizationName}: {subjectName}",
    body: "Wattdesk has noticed {kind, select, failed_logins {many failed logins} password_spraying {failed logins to many accounts} new_device {a login from a new device} mass_export {many exports} mass_deletion {many deletions} revoked_credential {use of a revoked API credential} simultaneous_use {use from two networks at once} other {-}} for {subjectName} at {organizationName}. The evidence is under Settings and then Security, where you can acknowledge it or act.",
    button: "",
    closing: "You get this mail once; more of the same is added there.",
  },
  "invoice-issued": {
    subject: "Invoice {number} for {organizationName}",
    body: "Invoice {number} for the devices of {organizationName} is ready: {amountCents}, due {dueAt}. You find it with its PDF under Settings and then Billing.",
    button: "",
    closing: "Thank you.",
  },
  "invoice-reminder": {
    subject: "Reminder: invoice {number} is open",
    body: "Invoice {number} of {organizationName} over {amountCents} was due {dueAt}, and we have not seen a payment yet.",
    button: "",
    closing: "If you have paid within the last days, you can leave this mail alone.",
  },
  "invoice-last-notice": {
    subject: "Last notice: invoice {number} is overdue",
    body: "Invoice {number} of {organizationName} over {amountCents} was due {dueAt} and is still open after two reminders. Please pay it within seven days.",
    button: "",
    closing: "If something about the invoice is not right, please tell us now.",
  },
  "invoice-paid": {
    subject: "Invoice {number} is paid",
    body: "We have received {amountCents} for invoice {number} of {organizationName}.",
    button: "",
    closing: "Thank you.",
  },
  "member-access-ended": {
    subject: "The access of {memberName} has ended",
    body: "The temporary access of {memberName} to {organizationName} has ended as planned, open sessions included.",
    button: "",
    closing: "You can extend it, or remove the member, on the member's page.",
  },
};
