export const auditStream = {
  rotationDue:
    "Somebody who saw the signing secret has left the team. Save the address again to replace it.",
  title: "Audit stream",
  description: "Sends every audit event to a system of yours within a minute or two, in order.",
  address: "Where to",
  url: "Address",
  urlHint:
    "https. Messages are signed by the Standard Webhooks scheme and hold up to 100 events each.",
  start: "Start sending",
  replaceTitle: "Another address, or a new secret",
  replaceHint:
    "The present secret stops working. Sending goes on after the last event that was taken.",
  replace: "Replace",
  secret: "Signing secret",
  secretOnce: "Copy it now; it is shown this once. Check the signature of each message with it.",
  secretKept: "I have kept it",
  state: "State",
  delivered: "Taken",
  deliveredOf: "event {delivered} of {all}",
  lastDelivery: "Last delivery",
  never: "none yet",
  failing: "The address has not taken the last messages ({failures}): {reason}.",
  nextTry: "Next try:",
  stop: "Stop sending",
  stopHint: "Events stay in the log. What was not sent by then is not sent later.",
};
