import "server-only";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { ownAccount } from "./get-own-account";

/** Whom an end-user asks for help: the organization, and the address that answers to its emails go to. */
export const getSupportContact = defineQuery({
  name: "getSupportContact",
  input: z.object({}),
  requires: ownAccount("read"),
  async run({ transaction }) {
    const { name, mailReplyTo } = await getOrganization(transaction);
    return { organizationName: name, email: mailReplyTo };
  },
});
