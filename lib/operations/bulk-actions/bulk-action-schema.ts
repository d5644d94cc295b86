import { pageSizes } from "@/lib/core/lists/list-input";
import { z } from "@/lib/core/validation/problems";
import { tagName } from "@/lib/customers/tags/tag-schema";
import { pauseFields, requirePauseUntil } from "@/lib/devices/devices/pause-schema";
import { actsOfList, bulkActs, bulkLists, needsTag } from "./bulk-acts";

/** A selection is of one page; more is meant by the list's filters. */
export const maxSelected = Math.max(...pageSizes);

export const prepareBulkActionInput = z
  .object({
    list: z.enum(bulkLists),
    /** Nothing is chosen at first: the empty choice of the form is none. */
    act: z
      .string()
      .refine((act) => act !== "", { error: "required", abort: true })
      .pipe(z.enum(bulkActs)),
    tag: z.union([z.literal("").transform(() => undefined), tagName]).optional(),
    /** The chosen records, or every match of the list's filters. */
    scope: z.enum(["selected", "matching"]),
    /** Ids of chosen records, with commas between. */
    ids: z
      .string()
      .default("")
      .transform((ids) => ids.split(",").filter(Boolean))
      .pipe(z.array(z.uuid()).max(maxSelected)),
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

/** A start is the review's answer; a pause needs its length as well. */
export const startBulkActionInput = z
  .object({ ...bulkActionReference.shape, ...pauseFields })
  .superRefine(requirePauseUntil);

export const startPauseInput = startBulkActionInput.refine(({ pauseFor }) => pauseFor !== "", {
  path: ["pauseFor"],
  error: "required",
});
