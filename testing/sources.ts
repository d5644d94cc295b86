import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

export type Source = { file: string; text: string };

/** Where the code of the web server and the worker is. */
export const portalPlaces = [
  "app",
  "components",
  "db",
  "lib",
  "partner-api",
  "instrumentation.ts",
  "proxy.ts",
  "server.ts",
  "web-server.ts",
  "worker.ts",
];

/** The code below some folders and in some files, without tests. */
export function listSources(places: string[]): Source[] {
  return places
    .flatMap(listFiles)
    .filter((file) => /\.(tsx?|mjs)$/.test(file) && !/\.test\.tsx?$/.test(file))
    .sort()
    .map((file) => ({ file, text: readFileSync(file, "utf8") }));
}

function listFiles(place: string): string[] {
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { recursive: true, encoding: "utf8" }).map((file) =>
    path.join(place, file),
  );
}

/** The files whose text matches. */
export function filesWith(pattern: RegExp, sources: Source[]): string[] {
  return sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
}

/** What the first group of a global pattern matches in each file. */
export function matchesIn(pattern: RegExp, sources: Source[]): { file: string; match: string }[] {
  return sources.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].map(([, match = ""]) => ({ file, match })),
  );
}
