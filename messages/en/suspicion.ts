export const security = {
  title: "Security",
  description: "What looked suspicious, with the evidence. Each is mailed to the admins once.",
  search: "Search names",
  none: "Nothing suspicious",
  noneHint: "Wattdesk looks every minute, and mails the admins when it finds something.",
  kind: "What",
  kinds: {
    failed_logins: "Many failed logins",
    password_spraying: "Many accounts tried from one address",
    new_device: "Login from a new device",
    mass_export: "Many exports",
    mass_deletion: "Many deletions",
    revoked_credential: "Revoked API credential used",
    simultaneous_use: "Used from two networks at once",
  },
  explanations: {
    failed_logins:
      "Five or more failed logins to this account within ten minutes. Somebody may be guessing the password; too many tries are slowed down by themselves. If one of them succeeded afterwards, end the sessions and ask the person.",
    password_spraying:
      "Failed logins to ten or more accounts from one address within an hour. Somebody may be trying a common password on everybody, too seldom for a single account to stand out. Look whether one of the tries succeeded; if it did, end that person's sessions and ask for a new password. An office behind one address can look like this after a change of passwords.",
    new_device:
      "A team member logged in with a browser that they have not used here within 90 days. Usually that is a new computer. Ask the person if you are not sure.",
    mass_export:
      "Four or more exports by one person within an hour. Ask what they are for; if there is no good answer, suspend the access first.",
    mass_deletion:
      "Twenty or more deletions by one person within an hour. If they were not meant, suspend the access and look at the audit log.",
    revoked_credential:
      "A system called with a right secret that was revoked, has expired, or from an address that is not allowed. It was turned away. Either a system of yours was forgotten, or somebody has the secret who should not.",
    simultaneous_use:
      "Two sessions of this person were used from different networks within the same two minutes. A telephone on its own network beside a computer looks like this; a stolen session does too.",
  },
  subject: "Who",
  occurrences: "Times",
  first: "First",
  last: "Last",
  state: "State",
  states: { open: "Open", acknowledged: "Acknowledged" },
  evidence: "Evidence",
  evidenceHint: "The latest {count} of {total}.",
  act: "What you can do",
  openSubject: "Open the account",
  openClient: "Open the credentials",
  openLog: "Everything in the audit log",
  acknowledge: "Acknowledge",
  acknowledgeHint: "Says that you have looked at it. More of the same opens a new one.",
  note: "What came of it",
  acknowledgedBy: "Acknowledged by {name}",
};
