export const bulkLists = ["end-user", "device"] as const;
export type BulkList = (typeof bulkLists)[number];

/** What can be done to many records of a list at once. */
export const actsOfList = {
  "end-user": ["add-tag", "remove-tag", "archive", "restore"],
  device: ["send-links", "pause-optimization", "resume-optimization", "tag-owners", "untag-owners"],
} as const satisfies Record<BulkList, readonly string[]>;

export const bulkActs = [...actsOfList["end-user"], ...actsOfList.device] as const;
export type BulkAct = (typeof bulkActs)[number];

/** The act that takes another back. A mail that has gone is not taken back. */
export const undoOf: Partial<Record<BulkAct, BulkAct>> = {
  "add-tag": "remove-tag",
  "remove-tag": "add-tag",
  archive: "restore",
  restore: "archive",
  "pause-optimization": "resume-optimization",
  "resume-optimization": "pause-optimization",
  "tag-owners": "untag-owners",
  "untag-owners": "tag-owners",
};

/** Whether an action on devices is one on their end-users. */
export const isAboutOwners = (act: string) => act === "tag-owners" || act === "untag-owners";

export const needsTag = (act: string) =>
  act === "add-tag" || act === "remove-tag" || isAboutOwners(act);
