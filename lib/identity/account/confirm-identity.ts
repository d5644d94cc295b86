import "server-only";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { ownAccount, personOf } from "./get-own-account";

/**
 * Proves who sits at the session, ahead of something grave.
 * @throws StepUpRequired when nothing was typed, or it does not fit
 */
export const confirmIdentity = defineCommand({
  name: "confirmIdentity",
  input: z.object({}),
  requires: ownAccount("update"),
  requiresStepUp: true,
  async run({ actor }) {
    const { userId, name } = personOf(actor);
    return {
      result: undefined,
      audit: [{ action: "identity.confirmed", target: { type: "user", id: userId, name } }],
    };
  },
});
