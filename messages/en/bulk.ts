/** Actions on many records at once. */
export const bulk = {
  title: "Bulk actions",
  one: "Bulk action",
  description: "Changes applied to multiple records",
  none: "No bulk actions yet",
  noneHint: "Select rows in the list of customers or devices and choose an action",
  scope: "Records",
  selected: "{count, plural, one {# selected on this page} other {# selected on this page}}",
  matching: "{count, plural, =-1 {All matching} one {# matching} other {All # matching}}",
  act: "Action",
  acts: {
    "add-tag": "Add tag",
    "remove-tag": "Remove tag",
    archive: "Archive",
    restore: "Restore",
    "send-links": "Send reconnection links",
    "pause-optimization": "Pause optimisation",
    "resume-optimization": "Resume optimisation",
    "tag-owners": "Add tag to customers",
    "untag-owners": "Remove tag from customers",
  },
  tag: "Tag",
  chooseAct: "Choose an action",
  continue: "Continue",
  export: "Export",
  clear: "Clear selection",
  state: "Status",
  states: {
    draft: "To confirm",
    collecting: "Collecting records",
    running: "Running",
    done: "Done",
    cancelled: "Cancelled",
    failed: "Failed",
  },
  records: "Records",
  startedBy: "Started by",
  started: "Started",
  finished: "Finished",
  from: "Source",
  chosen: "Selected in list",
  byFilter: "All matching in list",
  reviewHint: "Nothing changes until you confirm.",
  meant: {
    "end-user": "{count, plural, one {# customer selected} other {# customers selected}}",
    device: "{count, plural, one {# device selected} other {# devices selected}}",
  },
  meantMore: "More than {count, number} records selected",
  viewRecords: "View in list",
  first: "First {count, number}",
  /** What happens once it is confirmed, where the number is known. */
  effects: {
    "add-tag":
      "{count, plural, =0 {No customer gets} one {# customer gets} other {# customers get}} the tag “{tag}”.",
    "remove-tag":
      "The tag “{tag}” is removed from {count, plural, =0 {no customer} one {# customer} other {# customers}}.",
    archive:
      "{count, plural, =0 {No customer is} one {# customer is} other {# customers are}} archived and left out of lists and searches. Devices stay connected.",
    restore:
      "{count, plural, =0 {No customer is} one {# customer is} other {# customers are}} restored to lists and searches.",
    "send-links":
      "{count, plural, =0 {No customer gets} one {# customer gets} other {# customers get}} an email with a reconnection link.",
    "pause-optimization":
      "{count, plural, =0 {No device is} one {# device is} other {# devices are}} paused. Paused devices stay connected and follow their own schedule.",
    "resume-optimization":
      "{count, plural, =0 {No device is} one {# device is} other {# devices are}} optimised again.",
    "tag-owners":
      "{count, plural, =0 {No customer gets} one {# customer gets} other {# customers get}} the tag “{tag}”.",
    "untag-owners":
      "The tag “{tag}” is removed from {count, plural, =0 {no customer} one {# customer} other {# customers}}.",
  },
  /** The same for more records than are looked through. */
  rules: {
    "add-tag": "Each customer gets the tag “{tag}”.",
    "remove-tag": "The tag “{tag}” is removed from each customer.",
    archive:
      "Each customer is archived and left out of lists and searches. Devices stay connected.",
    restore: "Each customer is restored to lists and searches.",
    "send-links":
      "Each customer gets one email with a reconnection link, unless the device is connected or they got a link in the last 24 hours.",
    "pause-optimization":
      "Each device that can be optimised is paused. Paused devices stay connected and follow their own schedule.",
    "resume-optimization": "Each device that can be optimised is optimised again.",
    "tag-owners": "The customer of each device gets the tag “{tag}”.",
    "untag-owners": "The tag “{tag}” is removed from the customer of each device.",
  },
  undoable: "You can undo this afterwards.",
  notUndoable: "Sent emails can't be undone.",
  skippedTitle: "Skipped",
  skipped: {
    connected: "{count, plural, one {# device is connected} other {# devices are connected}}",
    recentEmail:
      "{count, plural, one {# device: its customer} other {# devices: their customers}} got a link in the last 24 hours",
    sameCustomer:
      "{count, plural, one {# more device} other {# more devices}} of a customer who gets one email for all",
    noEmail:
      "{count, plural, one {# device: its customer has} other {# devices: their customers have}} no email",
    inactiveCustomer:
      "{count, plural, one {# device: its customer is} other {# devices: their customers are}} archived or not active",
    measuresOnly: "{count, plural, one {# device only takes} other {# devices only take}} readings",
    alreadyOff: "{count, plural, one {# device is} other {# devices are}} not optimised at present",
    alreadyPaused:
      "{count, plural, one {# device is} other {# devices are}} already paused until then",
    notPaused: "{count, plural, one {# device is} other {# devices are}} not paused",
    alreadyTagged: "{count, plural, one {# already has} other {# already have}} the tag",
    notTagged: "{count, plural, one {# doesn't have} other {# don't have}} the tag",
    alreadyArchived:
      "{count, plural, one {# customer is} other {# customers are}} already archived",
    notArchived: "{count, plural, one {# customer is} other {# customers are}} not archived",
  },
  reasons: {
    connected: "Connected",
    recentEmail: "Link sent in the last 24 hours",
    sameCustomer: "One email for all devices",
    noEmail: "No email",
    inactiveCustomer: "Customer not active",
    measuresOnly: "Only takes readings",
    alreadyOff: "Not optimised",
    alreadyPaused: "Already paused",
    notPaused: "Not paused",
    alreadyTagged: "Already has the tag",
    notTagged: "Doesn't have the tag",
    alreadyArchived: "Already archived",
    notArchived: "Not archived",
  },
  pauseFor: "Pause for",
  choosePause: "Choose how long",
  pauseLengths: {
    resumed: "Until resumed",
    hours: "{hours, plural, =1 {1 hour} =24 {1 day} =72 {3 days} other {# hours}}",
    until: "Until a date and time",
  },
  pauseUntil: "Paused until",
  pauseUntilHint: "Time zone: {timeZone}",
  pausedUntilResumed: "Until resumed",
  confirm: {
    "add-tag": "Tag {count, plural, one {# customer} other {# customers}}",
    "remove-tag": "Remove tag from {count, plural, one {# customer} other {# customers}}",
    archive: "Archive {count, plural, one {# customer} other {# customers}}",
    restore: "Restore {count, plural, one {# customer} other {# customers}}",
    "send-links": "Send {count, plural, one {# email} other {# emails}}",
    "pause-optimization": "Pause {count, plural, one {# device} other {# devices}}",
    "resume-optimization": "Resume {count, plural, one {# device} other {# devices}}",
    "tag-owners": "Tag {count, plural, one {# customer} other {# customers}}",
    "untag-owners": "Remove tag from {count, plural, one {# customer} other {# customers}}",
  },
  confirmUpTo: "Start for up to {count, number} records",
  confirmMore: "Start for more than {count, number} records",
  discard: "Discard",
  cancel: "Cancel",
  undo: "Undo",
  undone: "These changes <undoing>were undone</undoing>.",
  progressLabel: "Progress",
  progress: "{worked, number} of {total, number}",
  collected: "{count, plural, one {# record so far} other {# records so far}}",
  results: "Results",
  all: "All",
  result: { waiting: "Pending", done: "Done", unchanged: "No change", failed: "Failed" },
  noRows: "No records with this result",
  more: "Show more",
};
