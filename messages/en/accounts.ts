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
  addressTitle: "Confirm the address",
  addressIntroOld: "The address of your account changes from {oldEmail} to {newEmail}.",
  addressIntroNew: "{newEmail} becomes the address of your account at {organizationName}.",
  confirmAddress: "Confirm",
  addressDone: "The address is changed",
  addressDoneText: "Log in with {newEmail} from now on.",
  addressHalf: "Confirmed",
  addressHalfText: "Now confirm in the mail to the other address too. Then the change is made.",
  addressDeadTitle: "This link does nothing any more",
  addressDeadText:
    "It was used already, withdrawn, or is more than a day old. Ask for the change again in your account.",
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
    "It may have been cut off in the email. Copy the whole link into the address bar, or ask the person who invited you to send it again.",
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
  exportSeparator: "Exported files",
  exportSeparatorHint:
    "What separates the cells of CSV files. German spreadsheets expect the semicolon.",
  exportSeparators: {
    byLanguage: "As the language has it",
    semicolon: "Semicolon (;)",
    comma: "Comma (,)",
  },
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
  changeAddress: "Change address",
  changeAddressHint: "Both addresses have to confirm it, the one you have and the new one.",
  newAddress: "New e-mail address",
  sendConfirmations: "Send the confirmations",
  addressWaiting: "Waiting for the change to {email}",
  addressWaitingOld: "Your present address has not confirmed yet.",
  addressWaitingNew: "The new address has not confirmed yet.",
  withdrawAddress: "Withdraw",
  tokens: "Personal tokens",
  tokensHint: "For programs that act in your name through the API.",
  tokensManage: "Manage",
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
    address: "Two mails are on their way. Confirm in both.",
    addressWithdrawn: "The change of address is withdrawn.",
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
  settingsHint: "What everybody who logs in has agreed to. Markdown, in both languages.",
  versions: "Versions",
  builtIn: "Come with Wattdesk, and hold until you publish your own.",
  publish: "Publish a new version",
  publishHint:
    "Everybody is asked with their next click, you too, and reaches nothing until they have accepted.",
  textEn: "English text",
  textDe: "German text",
  textHint: "Markdown; # makes a heading.",
  summary: "What has changed",
  summaryHint: "Shown above the terms when people are asked.",
  accept: "Accept",
  acceptLabel: "I have read the terms of service and accept them.",
  accepted: "You have accepted these terms.",
  mustAccept: "Your organization has new terms of service. Please read and accept them to go on.",
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
