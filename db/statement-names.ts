import { createHash } from "node:crypto";

/** A connection and its backend remember every named statement; beyond this many texts statements go unnamed. */
const MAX_NAMED_STATEMENTS = 500;

/**
 * Names the statements of one pool, so that each connection has PostgreSQL parse and plan a text once. The name is
 * a hash of the text: behind a pooler two processes share a server connection and must never mean different
 * statements by one name.
 */
export function createStatementNames() {
  const names = new Map<string, string>();
  let isEnabled = true;
  return {
    /** @returns the name to prepare the text under; undefined where it is to be sent unnamed */
    nameFor(text: string): string | undefined {
      if (!isEnabled) return undefined;
      const known = names.get(text);
      if (known) return known;
      if (names.size >= MAX_NAMED_STATEMENTS) return undefined;
      const name = `w${createHash("sha256").update(text).digest("base64url").slice(0, 22)}`;
      names.set(text, name);
      return name;
    },
    /** For a pooler that keeps no prepared statements (PgBouncer before 1.21 in transaction mode). */
    disable(): void {
      isEnabled = false;
    },
    get isEnabled(): boolean {
      return isEnabled;
    },
  };
}

export type StatementNames = ReturnType<typeof createStatementNames>;
