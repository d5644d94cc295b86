import "server-only";
import { defineCommand } from "../access/use-case";
import { z } from "../validation/problems";
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
