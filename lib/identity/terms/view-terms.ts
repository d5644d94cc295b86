import "server-only";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { currentTerms } from "./current-terms";

/** The terms of an organization, for a person who is about to accept them. */
export const viewTerms = defineQuery({
  name: "viewTerms",
  input: z.object({}),
  requires: { action: "read", resource: "authentication" },
  run: ({ transaction }) => currentTerms(transaction),
});
