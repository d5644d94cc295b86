export const accounts = {
  loginTitle: "Log in",
  loginIntro: "Welcome back.",
  email: "E-mail address",
  password: "Password",
  organization: "Organization",
  logIn: "Log in",
  forgottenPassword: "Forgotten your password?",
  sessionEnded:
    "Your session has ended. If you did not expect this, ask an admin of your organization.",
  passwordWasReset: "Your new password is set. Please log in with it.",
  forgottenTitle: "Forgotten password",
  forgottenIntro: "Enter your address and we send you a link to set a new password.",
  sendResetLink: "Send a link",
  forgottenDone:
    "If this address belongs to an account, a link is on its way. It works once and for 30 minutes.",
  backToLogin: "Back to login",
  resetTitle: "Set a new password",
  resetIntro: "For {email}. All your sessions will end.",
  newPassword: "New password",
  setPassword: "Set password",
  resetDeadTitle: "This link no longer works",
  resetDeadText:
    "It was used already, a newer one replaced it, or its 30 minutes are over. Send yourself a new one.",
};

export const invite = {
  title: "Invitation",
  heading: "Join {organization}",
  intro:
    "{inviter} invites you to work with Wattdesk as <strong>{role}</strong>. Set a password and check your details.",
  account: "You will log in as {email}.",
  choosePassword: "Choose a password",
  firstName: "First name",
  lastName: "Last name",
  phone: "Phone",
  terms: "I accept the <link>terms of service</link>.",
  accept: "Accept and log in",
  expires: "This invitation is valid until {moment}.",
  toLogin: "To login",
  unknownTitle: "We do not know this link",
  unknownText:
    "It may have been cut off in the mail. Copy the whole link into the address bar, or ask whoever invited you to send it again.",
  expiredTitle: "This invitation has expired",
  expiredText: "Invitations last seven days. Ask {inviter} at {organization} to send a new one.",
  revokedTitle: "This invitation was withdrawn",
  revokedText:
    "A newer invitation may be in your mailbox. Otherwise ask {inviter} at {organization}.",
  acceptedTitle: "You have already joined",
  acceptedText:
    "This invitation to {organization} was used. Log in with the password you chose; {inviter} can help if that was not you.",
};

export const account = {
  title: "Your account",
  profile: "Profile",
  firstName: "First name",
  lastName: "Last name",
  phone: "Phone",
  save: "Save",
  changePassword: "Change password",
  changePasswordHint: "Your other sessions end, and you get a mail about it.",
  currentPassword: "Current password",
  newPassword: "New password",
  secondFactor: "Second factor",
  secondFactorHint: "Proves that it is you, beside the password.",
  secondFactorSetUp: "Set up",
  secondFactorCount:
    "{count, plural, =0 {None is set up yet.} one {One is set up.} other {# are set up.}}",
  sessions: "Open sessions",
  sessionsHint: "Where you are logged in. End those you do not know, and change your password.",
  endOthers: "End all other sessions",
  saved: {
    profile: "Your profile is saved.",
    password: "Your password is changed. Your other sessions have ended.",
    sessions: "All other sessions have ended.",
    session: "The session has ended.",
  },
};

export const sessions = {
  title: "Open sessions",
  none: "Not logged in anywhere.",
  unknownDevice: "Unknown device",
  since: "since",
  lastSeen: "last seen",
  this: "This session",
  end: "End session",
  endAll: "End all sessions",
};

export const me = {
  title: "My home",
  greeting: "Hello, {name}",
  description: "Your devices and what we know about you.",
  account: "Account",
  name: "Name",
};

export const terms = {
  title: "Terms of service",
  version: "Version {version}",
  purposeTitle: "What Wattdesk is for",
  purposeText:
    "Wattdesk is the tool with which your organization looks after its customers and their devices. Use it for that work only, and only as far as your role allows.",
  accountTitle: "Your account",
  accountText:
    "The account is yours alone. Keep your password to yourself, and tell an admin at once if you think that somebody else has used it.",
  dataTitle: "Customers' data",
  dataText:
    "What you see about customers is confidential. Look up only what the case at hand needs, and take nothing out of Wattdesk without a reason of work.",
  recordsTitle: "Records",
  recordsText:
    "What you change in Wattdesk is recorded with your name, the time and the network address, and the admins of your organization can read these records.",
  endTitle: "The end of access",
  endText:
    "Your organization can end your access at any time. What you did until then stays on record.",
};

export const mailbox = {
  title: "Mailbox",
  description:
    "All mail of this demo, as its readers would see it. It exists in demo and development only.",
  none: "No mail yet",
  one: "Mail",
  from: "From",
  to: "To",
  received: "Received",
  plainText: "Plain text",
};

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
  "member-access-ended": {
    subject: "The access of {memberName} has ended",
    body: "The temporary access of {memberName} to {organizationName} has ended as planned, open sessions included.",
    button: "",
    closing: "You can extend it, or remove the member, on the member's page.",
  },
};
