export const shell = {
  description: "The fleet of your customers' devices, and the team that supports them.",
  breadcrumbs: "Breadcrumbs",
  loading: "Loading …",
  skipToContent: "Skip to content",
  menu: "Menu",
  openMenu: "Open menu",
  closeMenu: "Close menu",
  sandbox: "Sandbox: nothing here touches production",
  environment: "Environment",
  userMenu: "Account menu of {name}",
  account: "Your account",
  theme: "Appearance",
  themeSystem: "As the system",
  themeLight: "Light",
  themeDark: "Dark",
  logOut: "Log out",
  errorTitle: "Something went wrong on our side",
  errorText:
    "Nothing you entered was saved by this. Please try again; if it stays, tell us the number below.",
  errorNumber: "Number {number}",
  tryAgain: "Try again",
  navigation: {
    dashboard: "Dashboard",
    users: "End-users",
    devices: "Devices",
    team: "Team",
    handbook: "Handbook",
    auditLog: "Audit log",
    settings: "Settings",
  },
};

export const messages = {
  notFoundTitle: "There is nothing here",
  notFoundText: "The address may be mistyped, or what it led to is gone.",
  forbiddenTitle: "This is not part of your role",
  forbiddenText: "An admin of your organization can tell you who may do this.",
  toStart: "To the start page",
};

export const roles = {
  admin: "Admin",
  staff: "Staff",
  user: "End-user",
  "server-to-server": "Server-to-server",
};

export const languages = {
  language: "Language",
  timeZone: "Time zone",
  en: "English",
  de: "Deutsch",
};

export const lists = {
  apply: "Apply",
  search: "Search",
  activeFilters: "Active filters",
  removeFilter: "Remove filter {label}: {value}",
  unknownFilter: "Unknown filter “{name}”",
  clearAll: "Clear all",
  pages: "Pages",
  previous: "Previous",
  next: "Next",
  total: "{count, plural, one {# result} other {# results}}",
  moreThan: "More than {count, number} results",
  overLimit: "{number}+",
  nothingFound: "Nothing matches",
  nothingFoundHint: "Try fewer words, or take a filter off.",
};

export const forms = {
  optional: "optional",
  yourPassword: "Your password",
  yourPasswordHint: "This is sensitive, so we ask again. It holds for ten minutes.",
  yourCode: "Code of your second factor",
  yourCodeHint: "Six digits of your app, or a recovery code. It holds for ten minutes.",
  copy: "Copy",
  copied: "Copied",
  usePasskey: "Use a passkey",
  passkeyFailed: "That did not work, or was cancelled. Please try again, or use another way.",
  pending: "Please wait …",
  problemTitle: "There is a problem",
};

export const password = {
  hint: "At least 15 characters. A few unrelated words make a good password.",
  good: "Good password.",
  strong: "Very good password.",
};

export const problems = {
  required: "Please fill this in.",
  format: "This is not in the right form.",
  choice: "Please choose one of the options.",
  email: "Enter an e-mail address like name@company.com.",
  phone: "Enter a phone number like +43 660 1234567.",
  country: "Enter a country code of two letters, like AT.",
  domains: "Enter domains like company.com, one on each line.",
  terms: "Please accept the terms of service.",
  tooShort: "Enter at least {limit} characters.",
  tooLong: "Enter at most {limit} characters.",
  tooSmall: "Enter {limit} or more.",
  tooLarge: "Enter {limit} or less.",
  identityProof: "Please confirm that it is you. Everything you typed is still here.",
  identityProofWrong: "That did not fit. Please try again; everything you typed is still here.",
  secondFactorCode: "This code does not fit, or was used already. Codes change every 30 seconds.",
  secondFactorTooLate: "Too much time has gone by since your password. Please log in again.",
  secondFactorRequired:
    "Your organization asks for a second factor. Add another one before you remove this one.",
  noSecondFactor: "Set up a second factor first.",
  totpOfferExpired: "This QR code is too old. Load the page again for a new one.",
  nudgedRecently: "A reminder went out within the last day. Give them a little time.",
  nothingToNudge: "Nothing is open any more.",
  networks: "Enter addresses or networks like 203.0.113.7 or 203.0.113.0/24, one on each line.",
  noScope: "Choose at least one thing that it may do.",
  apiClientRevoked: "These credentials are revoked. Create new ones.",
  reviewOpen: "A review is open already. Finish it first.",
  reviewClosed: "This review is signed off; nothing in it changes any more.",
  reviewDecided: "Somebody has decided about this member already.",
  reviewIncomplete: "Not everybody has been decided about yet.",
  signature: "Type your own name as it is shown below the field.",
  passkeyRefused: "The browser's answer did not fit. Please try again.",
  noPasskey: "You have no passkey. Use a code instead.",
  moment: "Enter a day and a time that exist in this time zone.",
  past: "This lies in the past. Choose a later moment.",
  cursor: "This page of the list is no longer valid.",
  confirmation: "This is not what is written below the field.",
  emailTaken: "Somebody in your organization already has this address.",
  externalUserIdTaken: "Another record already has this number.",
  emailDomain: "Only addresses of these domains may be invited: {limit}.",
  passwordCommon:
    "This password is easy to guess or has been leaked before. Take something less common.",
  passwordAboutYou:
    "This password is built from your name, your address or the organization. Take something unrelated.",
  currentPassword: "This is not your current password.",
  loginRefused: "Address or password is wrong, or the account cannot log in.",
  chooseOrganization:
    "Your address belongs to several organizations. Enter your password again and choose one.",
  rateLimited:
    "Too many tries. Please wait {limit, plural, one {# minute} other {# minutes}} and try again.",
  contacts: "Enter e-mail addresses, one on each line.",
  contactsTooMany: "Enter ten addresses at most.",
  vatId: "This VAT id does not fit the country, or has a wrong check digit.",
  invoicePaid: "This invoice is paid already.",
  unavailable: "This is not possible just now. Please try again in a moment.",
  changedMeanwhile:
    "Somebody else changed this in the meantime. Load the page again to see it; nothing of theirs was lost.",
  linkSpent: "This link was already used, replaced or has expired.",
  invitationSpent: "This invitation was already used, withdrawn or has expired.",
  invitationLimit:
    "Your organization sent 100 invitations within the last hour. Please try again later.",
  alreadyAccepted: "This person has already joined.",
  noOpenInvitation: "There is no open invitation any more.",
  ownRole: "Nobody changes their own role. Ask another admin.",
  ownAccount: "You cannot do this to your own account. Ask another admin.",
  lastAdmin: "This is the last active admin. Make somebody else an admin first.",
  notActive: "This member is not active.",
  notSuspended: "This member is not suspended.",
};
