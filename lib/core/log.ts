import "server-only";
import pino from "pino";
import { redactAddress, redactError } from "./redact";

const wantedLevel = process.env.LOG_LEVEL ?? "info";

/** Structured lines on standard output. Fields that could hold a secret are taken out by name. */
export const log = pino({
  // An unknown level is reported with all other problems of the configuration, for which pino must not throw.
  level: wantedLevel in pino.levels.values || wantedLevel === "silent" ? wantedLevel : "info",
  base: null,
  serializers: { err: redactError, error: redactError, path: redactAddress },
  redact: {
    paths: [
      "password",
      "token",
      "secret",
      "authorization",
      "cookie",
      "*.password",
      "*.token",
      "*.secret",
    ],
    remove: true,
  },
});
