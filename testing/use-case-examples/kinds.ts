import type { drizzle } from "drizzle-orm/postgres-js";
import type { Action, Resource } from "../../lib/core/access/matrix";
import type { TestOrganization, TestPerson } from "../organization";

export type Tables = ReturnType<typeof drizzle>;

/**
 * An act of each use-case, in terms of the matrix: which rights it takes, and on whose record. The
 * permission tests work out from it what every role must be answered. A use-case that is missing here
 * fails them.
 */
export type UseCaseExample = {
  needs: [Action, Resource][];
  /** Whose record the input names: the end-user's, or nobody's in particular. */
  owner?: "endUser";
  /** A right that is always about oneself. */
  isAboutSelf?: boolean;
  /** Makes what the act needs, and returns its input. */
  input: (
    organization: TestOrganization,
    tables: Tables,
    /** The actor, where that is a person of the organization. */
    person: TestPerson,
  ) => Promise<unknown>;
};

export const list = async () => ({});

export const aboutSelf = (action: Action, input: object = {}): UseCaseExample => ({
  needs: [[action, "own-account"]],
  isAboutSelf: true,
  input: async () => input,
});

export const unauthenticated = (
  action: Action,
  input: (organization: TestOrganization, tables: Tables) => Promise<unknown>,
): UseCaseExample => ({ needs: [[action, "authentication"]], input });

export const password = "quiet lantern orbits maple";
