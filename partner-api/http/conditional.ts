import { VersionConflict } from "@/lib/core/errors";

/** The versions that If-Match names; undefined when any will do. */
export type ExpectedVersions = readonly number[] | undefined;

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
 * Reads a record that is to be deleted.
 * @param expected the versions that the client named
 * @returns with the version that the delete names, where the client named one
 * @throws VersionConflict when it has none of them
 */
export async function readExpected<Record extends { version: number }>(
  expected: ExpectedVersions,
  read: () => Promise<Record>,
): Promise<{ record: Record; version: number | undefined }> {
  const record = await read();
  requireOneOf(expected, record);
  return { record, version: expected && record.version };
}

function requireOneOf(expected: ExpectedVersions, record: { version: number }): void {
  if (expected && !expected.includes(record.version)) throw new VersionConflict(record, {});
}

/**
 * Reads a record, puts what was sent into it and writes it back. A client that names no version has it done
 * again where another wrote in between: what was sent counts for the newest record.
 * @throws VersionConflict when the present version is none that the client named
 */
export async function rewrite<Record extends { version: number }, Result>(
  expected: ExpectedVersions,
  read: () => Promise<Record>,
  write: (record: Record) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries++) {
    const record = await read();
    requireOneOf(expected, record);
    try {
      return await write(record);
    } catch (error) {
      const isLost = error instanceof VersionConflict && expected === undefined && tries < maxTries;
      if (!isLost) throw error;
    }
  }
}
