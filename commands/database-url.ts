import { isDatabaseUrl, listUnencrypted } from "../lib/core/production-requirements";

/**
 * For commands that need no other part of the configuration.
 * @param names variables that may hold the address of the database, the preferred one first
 * @throws Error that names the variables, when none is set, or the one that is malformed or lacks TLS
 */
export function requireDatabaseUrl(names: string[]): string {
  const name = names.find((candidate) => process.env[candidate]);
  const url = name && process.env[name];
  if (!url) throw new Error(`Set ${names.join(" or ")}.`);
  if (!isDatabaseUrl(url)) throw new Error(`${name} is wrong (no address of a database).`);
  const [problem] = listUnencrypted(process.env, [name]);
  if (problem) throw new Error(`${problem}.`);
  return url;
}
