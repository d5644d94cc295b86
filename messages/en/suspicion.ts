export const security = {
  title: "Security",
  description: "Suspicious activity. Admins are emailed about each alert.",
  search: "Search by name",
  none: "No suspicious activity",
  noneHint: "Checked every minute. Admins are emailed about new alerts.",
  kind: "Event",
  kinds: {
    failed_logins: "Repeated failed logins",
    password_spraying: "Password spraying from one IP address",
    new_device: "New device login",
    mass_export: "Unusual number of exports",
    mass_deletion: "Unusual number of deletions",
    revoked_credential: "Revoked or blocked API client used",
    simultaneous_use: "Simultaneous use from two networks",
  },
  explanations: {
    failed_logins:
      "5 or more failed logins to this account within 10 minutes. Someone may be guessing the password. If a login then succeeded, end the sessions and contact the person. Repeated attempts are slowed down automatically.",
    password_spraying:
      "Failed logins to 10 or more accounts from one IP address within an hour. Someone may be trying a common password on many accounts. If a login succeeded, end that person's sessions and ask for a new password. An office that shares one IP address can trigger this after a password change.",
    new_device:
      "A team member logged in with a browser not used in the last 90 days. This is usually a new computer. If in doubt, ask the person.",
    mass_export:
      "4 or more exports by one person within an hour. Ask what they're for. If there's no plausible reason, suspend the member.",
    mass_deletion:
      "20 or more deletions by one person within an hour. If they weren't intended, suspend the member and check the audit log.",
    revoked_credential:
      "A system used a valid secret that was revoked or has expired, or called from an IP address that isn't allowed. The call was rejected. Check whether one of your systems is outdated or the secret was leaked.",
    simultaneous_use:
      "Two of this person's sessions were used from different networks within 2 minutes. This can be a phone on a mobile network next to a computer, or a stolen session.",
  },
  subject: "Account",
  occurrences: "Count",
  first: "First seen",
  last: "Last seen",
  state: "Status",
  states: { open: "Open", acknowledged: "Acknowledged" },
  evidence: "Evidence",
  evidenceHint: "Latest {count} of {total}",
  act: "Next steps",
  openSubject: "View account",
  openClient: "View API client",
  openLog: "View in audit log",
  acknowledge: "Acknowledge",
  acknowledgeHint: "Marks this alert as reviewed. New activity opens a new alert.",
  note: "Outcome",
  acknowledgedBy: "Acknowledged by {name}",
};
