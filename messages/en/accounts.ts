export const accounts = {
  loginTitle: "Log in",
  loginIntro: "Welcome back",
  email: "Email",
  password: "Password",
  organization: "Organisation",
  logIn: "Log in",
  forgottenPassword: "Forgot password?",
  sessionEnded:
    "You've been logged out. If you didn't expect this, contact an admin of your organisation.",
  passwordWasReset: "Password changed. Log in with your new password.",
  forgottenTitle: "Forgot your password?",
  forgottenIntro: "Enter your email and we'll send you a link to reset your password.",
  sendResetLink: "Send reset link",
  forgottenDone:
    "If an account exists for this email, we've sent a link. It expires in 30 minutes.",
  backToLogin: "Back to login",
  resetTitle: "Set a new password",
  resetIntro: "For {email}. All sessions will be logged out.",
  newPassword: "New password",
  setPassword: "Set password",
  addressTitle: "Confirm your email",
  addressIntroOld: "The email of your account will change from {oldEmail} to {newEmail}.",
  addressIntroNew: "{newEmail} will become the email of your account at {organizationName}.",
  confirmAddress: "Confirm",
  addressDone: "Email changed",
  addressDoneText: "From now on, log in with {newEmail}.",
  addressHalf: "Email confirmed",
  addressHalfText:
    "To complete the change, also confirm using the email sent to your other address.",
  addressDeadTitle: "This link is no longer valid",
  addressDeadText:
    "It was already used, cancelled, or has expired. Request the change again in your account.",
  resetDeadTitle: "This link is no longer valid",
  resetDeadText:
    "It was already used, replaced by a newer one, or has expired. Request a new link.",
};

export const invite = {
  title: "Invitation",
  heading: "Join {organization}",
  intro:
    "{inviter} invited you to Wattdesk as <strong>{role}</strong>. Choose a password and check your details.",
  account: "You'll log in as {email}.",
  choosePassword: "Choose a password",
  firstName: "First name",
  lastName: "Last name",
  phone: "Phone",
  terms: "I accept the <link>terms of service</link>.",
  accept: "Accept and log in",
  expires: "Expires on {moment}",
  toLogin: "Go to login",
  unknownTitle: "Invalid link",
  unknownText:
    "The link may be incomplete. Copy the whole link from the email, or ask for a new invitation.",
  expiredTitle: "Invitation expired",
  expiredText: "Invitations are valid for 7 days. Ask {inviter} at {organization} for a new one.",
  revokedTitle: "Invitation no longer valid",
  revokedText: "Check your inbox for a newer invitation, or ask {inviter} at {organization}.",
  acceptedTitle: "Invitation already accepted",
  acceptedText:
    "Log in to {organization} with your password. If you didn't accept it, contact {inviter}.",
};

export const account = {
  exportSeparator: "CSV separator",
  exportSeparatorHint: "Used in exported files. German versions of Excel expect semicolons.",
  exportSeparators: {
    byLanguage: "Default for your language",
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
  changePasswordHint: "Logs you out everywhere else. You'll get a confirmation by email.",
  currentPassword: "Current password",
  newPassword: "New password",
  changeAddress: "Change email",
  changeAddressHint: "Must be confirmed from both your current and your new email.",
  newAddress: "New email",
  sendConfirmations: "Send confirmation emails",
  addressWaiting: "Change to {email} pending",
  addressWaitingOld: "Not yet confirmed from your current email",
  addressWaitingNew: "Not yet confirmed from your new email",
  withdrawAddress: "Cancel change",
  tokens: "Personal tokens",
  tokensHint: "API access with your own permissions",
  tokensManage: "Manage",
  secondFactor: "Two-factor authentication",
  secondFactorHint: "Adds a second step at sign-in",
  secondFactorSetUp: "Set up",
  secondFactorCount:
    "{count, plural, =0 {Not set up} one {1 method set up} other {# methods set up}}",
  sessions: "Open sessions",
  sessionsHint:
    "Devices where you're logged in. If you don't recognise one, end the session and change your password.",
  endOthers: "End all other sessions",
  saved: {
    profile: "Profile saved.",
    password: "Password changed. You've been logged out everywhere else.",
    sessions: "All other sessions ended.",
    address: "We sent two emails. Confirm the change in both.",
    addressWithdrawn: "Email change cancelled.",
    session: "Session ended.",
  },
};

export const sessions = {
  title: "Open sessions",
  none: "No open sessions",
  unknownDevice: "Unknown device",
  since: "since",
  lastSeen: "last active",
  this: "Current session",
  end: "End session",
  endAll: "End all sessions",
};

export const me = {
  title: "Overview",
  greeting: "Hello, {name}",
  description: "Your devices and personal details",
  allWorking: "{total, plural, one {Your device is working} other {All # devices are working}}",
  needOwner:
    "{wrong, plural, one {# device needs your attention} other {# devices need your attention}}",
  account: "Account",
  name: "Name",
  noDevices: "No devices connected yet",
  noDevicesHint:
    "Connect your heat pump, car, inverter, wallbox, home battery or smart meter. You sign in with its manufacturer, we never see your password.",
  details: "Details and settings",
  detailsOf: "Details and settings of {device}",
  status: {
    connected: "Connected since <since></since>.",
    degraded: "No longer sends readings. The last one came <since></since>.",
    disconnected: "Connection lost <since></since>.",
    revoked: "Access was withdrawn <since></since>.",
    error: "{manufacturer} reports a problem with this device.",
    pending: "Not connected yet.",
  },
  statusOnly: {
    connected: "Connected.",
    degraded: "No longer sends readings.",
    disconnected: "Not connected.",
    revoked: "Access was withdrawn.",
    error: "{manufacturer} reports a problem with this device.",
    pending: "Not connected yet.",
  },
  optimizationTitle: "Optimisation",
  optimization: {
    optimized: "It is optimised automatically.",
    paused: "Optimisation is paused until <until></until>.",
    off: "Optimisation is off.",
    measures: "It only takes readings.",
  },
  advice: {
    reconnect:
      "It follows its own schedule and sends no readings until you sign in with {manufacturer} again.",
    reconnectMeter: "It sends no readings until you sign in with {manufacturer} again.",
    degraded: "Check that it has power and internet. Readings then return automatically.",
    error: "Check the device and the {manufacturer} app. If that doesn't help, reconnect it.",
    pending: "Connect it to see its readings here.",
  },
  support: {
    title: "Contact support",
    hint: "Questions, or something still isn't working? Write to {organization}.",
    hintWithoutEmail:
      "Questions, or something still isn't working? Contact {organization}. You find the details on your bill.",
    write: "Write an email",
    subject: "Customer number {number}",
  },
};

export const terms = {
  title: "Terms of service",
  version: "Version {version}",
  settingsHint: "Everyone must accept these to use Wattdesk.",
  versions: "Versions",
  builtIn: "Wattdesk's default terms, used until you publish your own.",
  publish: "Publish new version",
  publishHint: "Everyone, including you, must accept it before they can continue.",
  textEn: "English text",
  textDe: "German text",
  textHint: "Markdown, # for headings",
  summary: "What's changed",
  summaryHint: "Shown above the terms",
  accept: "Accept",
  acceptLabel: "I have read and accept the terms of service.",
  accepted: "You've accepted these terms.",
  mustAccept: "The terms of service have changed. Accept them to continue.",
  purposeTitle: "Purpose",
  purposeText:
    "Your organisation uses Wattdesk to support its customers and their devices. Use it only for this work and within your role.",
  accountTitle: "Your account",
  accountText:
    "Your account is personal. Keep your password to yourself and tell an admin immediately if you suspect that someone else has used it.",
  dataTitle: "Customer data",
  dataText:
    "Customer data is confidential. Only access what you need for the case you are working on, and do not take data out of Wattdesk without a business reason.",
  recordsTitle: "Audit log",
  recordsText:
    "Changes you make in Wattdesk are recorded with your name, the time and your IP address. Admins of your organisation can view these records.",
  endTitle: "End of access",
  endText: "Your organisation can end your access at any time. Records of your actions are kept.",
};

export const mailbox = {
  title: "Inbox",
  description: "All emails sent by this demo. Not available in production.",
  none: "No emails yet",
  one: "Email",
  from: "From",
  to: "To",
  received: "Received",
  plainText: "Plain text",
};
