import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";

type Release = { commit: string; name: string };

/**
 * Finds the release that still serves while this one migrates: the newest `release-*` tag below the current commit, or
 * without one the commit before the newest migration was added.
 * @param repository a folder with `db/migrations`
 * @returns the reason when there is none, as in a clone without history
 */
export function findPreviousRelease(repository: string): Release | { reason: string } {
  const git = (...parameters: string[]) =>
    execFileSync("git", parameters, {
      cwd: repository,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  const find = (...parameters: string[]) => {
    try {
      return git(...parameters) || undefined;
    } catch {
      return undefined;
    }
  };

  if (!find("rev-parse", "--verify", "HEAD^{commit}")) return { reason: "no git history" };
  const tag = find("describe", "--tags", "--abbrev=0", "--match", "release-*", "HEAD^");
  const tagged = tag && find("rev-parse", "--verify", `${tag}^{commit}`);
  if (tag && tagged) return { commit: tagged, name: tag };

  const newest = readdirSync(path.join(repository, "db/migrations"))
    .filter((file) => file.endsWith(".sql"))
    .sort()
    .at(-1);
  if (!newest) return { reason: "no migrations" };
  const added = find(
    "log",
    "-1",
    "--no-renames",
    "--diff-filter=A",
    "--format=%H",
    "--",
    `db/migrations/${newest}`,
  );
  const commit = find("rev-parse", "--verify", added ? `${added}^` : "HEAD");
  if (!commit) return { reason: `no history before ${newest}` };
  return { commit, name: `the state before ${newest}` };
}
