import { VersionConflict } from "@/lib/core/errors";

type Answer = { setHeader(name: string, value: string): void };

/** A record with its version, by which a write can say which state it was based on (RFC 9110, 8.8.3). */
export function sendVersion<Record extends { version: number }, Shown>(
  { setHeader }: Answer,
  record: Record,
  show: (record: Record) => Shown,
): Shown {
  setHeader("etag", `"${record.version}"`);
  return show(record);
}

const maxTries = 5;

/**
 * Reads a record, puts what was sent into it and writes it back. A client that names no version has it done
 * again where another wrote in between: what was sent counts for the newest record.
 * @throws VersionConflict when the client's version is not the present one
 */
export async function rewrite<Record extends { version: number }, Result>(
  named: number | undefined,
  read: () => Promise<Record>,
  write: (record: Record) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries++) {
    const record = await read();
    if (named !== undefined && named !== record.version) throw new VersionConflict(record, {});
    try {
      return await write(record);
    } catch (error) {
      const isLost = error instanceof VersionConflict && named === undefined && tries < maxTries;
      if (!isLost) throw error;
    }
  }
}
