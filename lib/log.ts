import "server-only";
import pino from "pino";
import { redactAddress, redactError } from "./redact";

/** Structured lines on standard output. Fields that could hold a secret are taken out by name. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
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
