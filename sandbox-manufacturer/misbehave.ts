import { setTimeout as pause } from "node:timers/promises";
import { createMiddleware } from "hono/factory";
import { moodOf } from "./world";

/** Longer than a client should wait. */
const slowness = 8000;

/** Answers as the manufacturer's mood has it, in place of the real answer. */
export const misbehave = createMiddleware(async (context, next) => {
  switch (moodOf(context.req.param("maker") ?? "")) {
    case "down":
      return context.text("Service Unavailable", 503);
    case "throttled":
      return context.json({ error: "too_many_requests" }, 429, { "retry-after": "5" });
    case "nonsense":
      return context.html("<p>Welcome to our new homepage!");
    case "slow":
      await pause(slowness);
      return next();
    default:
      return next();
  }
});
