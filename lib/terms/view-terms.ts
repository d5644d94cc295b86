import "server-only";
import { defineQuery } from "../access/use-case";
import { z } from "../validation/problems";
import { currentTerms } from "./current-terms";

/** The terms of an organization, for a person who is about to accept them. */
export const viewTerms = defineQuery({
  name: "viewTerms",
  input: z.object({}),
  requires: { action: "read", resource: "entrance" },
  run: ({ transaction }) => currentTerms(transaction),
});
