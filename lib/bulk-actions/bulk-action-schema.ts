import { pageSizes } from "../lists/list-input";
import { tagName } from "../tags/tag-schema";
import { z } from "../validation/problems";

export const bulkLists = ["end-user", "device"] as const;
export type BulkList = (typeof bulkLists)[number];

/** What can be done to many records of a list at once. */
export const actsOfList = {
  "end-user": ["add-tag", "remove-tag", "archive", "restore"],
  device: ["send-links", "pause-optimization", "resume-optimization"],
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
};

export const needsTag = (act: string) => act === "add-tag" || act === "remove-tag";

/** A selection is of one page; more is meant by the list's filters. */
export const mostSelected = Math.max(...pageSizes);

export const prepareBulkActionInput = z
  .object({
    list: z.enum(bulkLists),
    act: z.enum(bulkActs),
    tag: z.union([z.literal("").transform(() => undefined), tagName]).optional(),
    /** The chosen records, or every match of the list's filters. */
    scope: z.enum(["selected", "matching"]),
    /** Ids of chosen records, with commas between. */
    ids: z
      .string()
      .default("")
      .transform((ids) => ids.split(",").filter(Boolean))
      .pipe(z.array(z.uuid()).max(mostSelected)),
    /** The list's address, without its path. */
    parameters: z.string().max(2000).default(""),
    /** Of the form, so that sending it twice is one bulk action. */
    requestKey: z.uuid(),
  })
  .superRefine(({ list, act, tag, scope, ids }, context) => {
    const complain = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (!actsOfList[list].some((offered) => offered === act)) complain("act", "choice");
    if (needsTag(act) && !tag) complain("tag", "required");
    if (scope === "selected" && ids.length === 0) complain("ids", "nothingSelected");
  });

export const bulkActionReference = z.object({ id: z.uuid() });
