import pino from "pino";
import { vi } from "vitest";
import { log } from "../lib/core/log";

/**
 * Collects what the process writes out: the lines of the logger as they leave it, of every level, and everything that goes
 * past it.
 */
export function captureLog(): string[] {
  const lines: string[] = [];
  const write = (line: unknown) => lines.push(String(line)) > 0;
  log.level = "trace";
  Reflect.set(log, pino.symbols.streamSym, { write });
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation(write);
  }
  for (const name of ["log", "info", "warn", "error", "debug", "trace"] as const) {
    vi.spyOn(console, name).mockImplementation((...values) => {
      lines.push(values.map(String).join(" "));
    });
  }
  return lines;
}

/** Texts of an input that could only come from it: addresses, sentences, tokens. */
export function personalTexts(value: unknown): string[] {
  if (typeof value === "string") {
    const isId = /^[0-9a-f-]{36}$/.test(value);
    return !isId && (/[@ ]/.test(value) || value.length > 30) ? [value] : [];
  }
  return typeof value === "object" && value !== null
    ? Object.values(value).flatMap(personalTexts)
    : [];
}

/** The seeded texts that were written out, each as it is, in JSON or within an address. */
export function findLeaks(lines: string[], seeded: string[]): string[] {
  const output = lines.join("\n");
  return seeded.filter((text) =>
    [text, JSON.stringify(text).slice(1, -1), encodeURIComponent(text)].some((form) =>
      output.includes(form),
    ),
  );
}
