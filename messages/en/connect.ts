export const connect = {
  title: "Connect devices",
  reconnectHeading: "Connect your {device} again",
  connectHeading: "Connect your devices",
  hello:
    "Hello {name}, {organization} asks you to log in at {manufacturer} once more. Until then your {device} runs by its own schedule.",
  stillConnected: "It is connected at present. You can log in again all the same.",
  helloConnect:
    "Hello {name}, here you connect a heat pump, car, inverter or wallbox with {organization}.",
  whatTitle: "What {organization} can do then",
  what: {
    read: "See how the device is doing: power, temperatures, battery level",
    steer: "Shift its work to cheap hours, within the limits that you set",
    never: "Never see your password: you type it at the manufacturer alone",
    end: "You can take the access away at any time, here or at the manufacturer",
  },
  manufacturer: "Manufacturer",
  chooseManufacturer: "Who made your device?",
  goOn: "Go on to {manufacturer}",
  goOnAny: "Go on to the manufacturer",
  cancel: "Not now",
  noAccount: "No account at {manufacturer} yet? <link>Open one there</link>",
  notOffered:
    "{manufacturer} cannot be connected online at the moment. Please get in touch with {organization}; nothing is lost.",
  validUntil: "This link works until {moment}.",
  choose: {
    title: "Which devices?",
    intro:
      "These are in your account at {manufacturer}. Choose what {organization} may look after.",
    submit: "Connect",
  },
  code: {
    title: "Log in at {manufacturer}",
    intro: "Open the manufacturer’s page and type this code there. This page goes on by itself.",
    open: "Open {manufacturer}",
    check: "I have typed it",
    waiting: "Waiting for {manufacturer} …",
  },
  unknownTitle: "This link does not work",
  unknownText:
    "Perhaps a part of it is missing. Open it from the mail once more, or ask your energy supplier for a new one.",
  expiredTitle: "This link has run out",
  expiredText: "Please ask {organization} for a new one.",
  revokedTitle: "This link is no longer needed",
  revokedText:
    "It was ended, or your device has been connected with another one. If something does not work, please ask {organization}.",
  completedTitle: "All done",
  completedText: "Your device is connected with {organization}. You can close this page.",
  goBack: "Back to {organization}",
  lostTitle: "Please begin once more",
  lostText:
    "The login was begun in another browser, or it took too long. Nothing was changed: open the link from your mail again.",
  failures: {
    title: "That did not work yet",
    denied: "Access was refused at {manufacturer}. If that was not meant, try again and allow it.",
    otherDevice:
      "The account you logged in with does not have this device in it. Please use the account in which you see your {device}.",
    noDevices:
      "There is no device in this account at {manufacturer}. Add it in the manufacturer’s app first, then try again.",
    takenByOthers:
      "The devices in this account are connected already, with somebody else. Please get in touch with {organization}.",
    loginExpired: "The login took too long. Please try again.",
    authorizationLost: "{manufacturer} did not accept the login. Please try again.",
    consentWithdrawn: "Access was taken back at {manufacturer}. Please try again and allow it.",
    unavailable: "{manufacturer} does not answer at the moment. Please try again in a few minutes.",
    throttled: "{manufacturer} is busy at the moment. Please try again in a few minutes.",
    nonsense: "{manufacturer} has trouble at the moment. Please try again in a few minutes.",
    unsupported: "{manufacturer} could not do that. Please get in touch with {organization}.",
  },
};

export const connections = {
  title: "Connection links",
  hint: "A link opens for the end-user alone. It is shown once, here; only how far it has come is kept.",
  none: "No link yet",
  createAndSend: "Send by mail",
  create: "Show a link",
  created: "The link for {email}",
  createdHint:
    "Read it out, paste it into a message, or have the code scanned. It works until {moment}.",
  qrCode: "QR code of the link",
  sent: "A mail with the link is on its way to {email}.",
  revoke: "End this link",
  stages: {
    sent: "Not opened yet",
    opened: "Opened",
    started: "Login begun",
    failed: "Failed",
    completed: "Connected",
    revoked: "Ended",
    expired: "Run out",
  },
  channels: {
    copied: "handed on",
    mail: "by mail",
    bulk: "by mail, in bulk",
    automatic: "by mail, by itself",
    api: "through the API",
    self: "by the end-user",
  },
  end: "End the connection",
  endHint:
    "Gives the access back to the manufacturer. Nobody is reminded; only the end-user can connect it again.",
  reason: "Reason",
  reconnect: "Connect again",
  connectNew: "Connect a device",
  settings: {
    title: "Connections",
    description: "When a device counts as silent, and how end-users are asked to connect again.",
    staleAfterMinutes: "Degraded after so many minutes without a reading",
    linkDays: "Days that a link in a mail works",
    sendsReminders: "Write to end-users whose device is disconnected",
    sendsRemindersHint: "Links sent by hand are not affected.",
    firstReminderHours: "Hours until the first mail",
    reminderEveryDays: "Days between mails",
    mostReminders: "Most mails for one disconnection",
    mostPerWeek: "Most mails to one person in seven days",
    quietFromHour: "Quiet from (hour)",
    quietUntilHour: "Quiet until (hour)",
    quietHint: "On the organization’s clock. The same hour twice: no quiet hours.",
    save: "Save",
    saved: "Saved.",
  },
};
