import { listInput } from "@/lib/core/lists/list-input";
import { changesOf } from "@/lib/core/validation/changes-of";
import {
  optionalMultilineText,
  optionalText,
  recordVersion,
  requiredMultilineText,
  requiredText,
  z,
} from "@/lib/core/validation/problems";

export const caseStates = ["open", "waiting", "solved"] as const;
export const casePriorities = ["low", "normal", "high", "urgent"] as const;

/** Empty is nobody. */
const optionalId = z
  .union([z.literal(""), z.uuid()])
  .transform((id) => (id === "" ? null : id))
  .default(null);

/** An address in another system, where the same problem stands. */
const externalLink = optionalText(500)
  .unwrap()
  .refine(
    (link) => link === null || (URL.canParse(link) && /^https?:$/.test(new URL(link).protocol)),
    { error: "webAddress" },
  )
  .default(null);

const fields = {
  subject: requiredText(200),
  priority: z.enum(casePriorities).default("normal"),
  assigneeId: optionalId,
  externalLink,
};

export const createCaseInput = z.object({
  ...fields,
  userId: optionalId,
  deviceId: optionalId,
  /** What is known at the beginning. */
  note: optionalMultilineText(5000),
});

export const updateCaseInput = z.object({
  id: z.uuid(),
  version: recordVersion,
  ...changesOf(fields),
  state: z.enum(caseStates),
});

export const addCaseNoteInput = z.object({
  id: z.uuid(),
  body: requiredMultilineText(5000),
  /** A colleague to bring it to the attention of. */
  mentions: optionalId,
});

export const answerCaseInput = z.object({ id: z.uuid(), body: requiredMultilineText(5000) });

/** Says that what is written into a case goes to the customer; everything else is a note for the team. */
export const caseAnswerChoice = z.object({ kind: z.literal("answer") });

export const escalateCaseInput = z
  .object({
    id: z.uuid(),
    /** An admin of the organization, or: */
    adminId: optionalId,
    /** somebody outside, as the escalation path names them. */
    contact: optionalText(200),
    reason: requiredMultilineText(1000),
  })
  .refine(({ adminId, contact }) => (adminId === null) !== (contact === null), {
    path: ["contact"],
    error: "adminOrContact",
  });

export const listCasesInput = z.object({
  search: listInput.search,
  cursor: listInput.cursor,
  size: listInput.size,
  direction: listInput.direction,
  sort: z.enum(["created"]).default("created"),
  state: z.enum(caseStates).optional(),
  priority: z.enum(casePriorities).optional(),
  assignee: z.union([z.enum(["me", "nobody"]), z.uuid()]).optional(),
});

export const caseReference = z.object({ id: z.uuid() });

export const saveAnswerTemplateInput = z.object({
  id: optionalId,
  name: requiredText(80),
  body: requiredMultilineText(5000),
});
