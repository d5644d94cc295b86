import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { findPreviousRelease } from "./previous-release";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "wattdesk-release-"));
  mkdirSync(path.join(folder, "db/migrations"), { recursive: true });
  git("init", "--quiet");
});
afterEach(() => rmSync(folder, { recursive: true }));

function git(...parameters: string[]): string {
  const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];
  return execFileSync("git", [...identity, ...parameters], {
    cwd: folder,
    encoding: "utf8",
  }).trim();
}

function commit(file: string): string {
  writeFileSync(path.join(folder, file), file);
  git("add", ".");
  git("commit", "--quiet", "--message", file);
  return git("rev-parse", "HEAD");
}

it("takes the commit before the newest migration without a tag", () => {
  commit("db/migrations/0001_a.sql");
  const before = commit("notes.txt");
  commit("db/migrations/0002_b.sql");
  commit("more.txt");
  expect(findPreviousRelease(folder)).toEqual({
    commit: before,
    name: "the state before 0002_b.sql",
  });
});

it("takes the current commit while the newest migration is not committed", () => {
  const current = commit("db/migrations/0001_a.sql");
  writeFileSync(path.join(folder, "db/migrations/0002_b.sql"), "");
  expect(findPreviousRelease(folder)).toMatchObject({ commit: current });
});

it("prefers the newest release tag, and not that of the current commit", () => {
  const released = commit("db/migrations/0001_a.sql");
  git("tag", "release-1");
  commit("db/migrations/0002_b.sql");
  git("tag", "release-2");
  expect(findPreviousRelease(folder)).toEqual({ commit: released, name: "release-1" });
});

it("gives a reason where the history does not reach back", () => {
  expect(findPreviousRelease(folder)).toEqual({ reason: "no git history" });
  commit("db/migrations/0001_a.sql");
  expect(findPreviousRelease(folder)).toEqual({ reason: "no history before 0001_a.sql" });
});
