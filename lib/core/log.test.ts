import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { captureLog } from "@/testing/captured-log";
import { filesWith, listSources, portalPlaces } from "@/testing/sources";
import { log } from "./log";

const forged = 'x\n{"level":60,"msg":"forged"}\r\u001b[31m';

it("writes an event as one line of JSON with time and level, whatever its fields hold", () => {
  const lines = captureLog();
  log.warn({ clientAddress: forged, err: new Error(forged) }, forged);
  expect(lines).toHaveLength(1);
  const [line = ""] = lines;
  expect(line).toMatch(/^\{\P{Cc}*\}\n$/u);
  expect(JSON.parse(line)).toMatchObject({
    level: 40,
    time: expect.any(Number),
    msg: forged,
    clientAddress: forged,
  });
});

it("is the only way to standard output, where operators find the log", () => {
  const writers = filesWith(
    /\bpino\(|\bconsole\.|process\.std(?:out|err)\b/,
    listSources(portalPlaces),
  );
  // The guard runs beside the embedded database of the demo.
  expect(writers).toEqual(["db/embedded-guard.mjs", "lib/core/log.ts"]);
  expect(readFileSync("docs/operations.md", "utf8")).toContain("JSON lines on standard output");
});
